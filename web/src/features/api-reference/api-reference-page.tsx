/** The reference of the HTTP API: made from its OpenAPI document, and open to everybody, as programmers read it first. */
import { API_BASE, OPENAPI_ROUTE } from '@docket/model/api/address';
import 'openapi-explorer/dist/browser/openapi-explorer.min.js';
import { Anchor, Button, Group, useComputedColorScheme } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Brand } from '../../app/brand.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { urls } from '../../urls.ts';
import classes from './api-reference.module.css';

/** The element draws in a shadow of its own and takes plain colours: those of theme.ts. */
const COLORS = {
  light: {
    'bg-color': '#ffffff',
    'text-color': '#1d1c1a',
    'header-bg-color': '#f5f4f1',
    'primary-color': '#18683b',
    'secondary-color': '#1f7d48',
    'nav-bg-color': '#f5f4f1',
    'nav-text-color': '#3d3b36',
    'nav-hover-text-color': '#1d1c1a',
  },
  dark: {
    'bg-color': '#1b1a18',
    'text-color': '#e7e5e0',
    'header-bg-color': '#252421',
    'primary-color': '#57b67d',
    'secondary-color': '#7dc79b',
    'nav-bg-color': '#151514',
    'nav-text-color': '#c9c6bf',
    'nav-hover-text-color': '#ffffff',
  },
} as const;

export default function ApiReferencePage() {
  const scheme = useComputedColorScheme('light');
  const address = `${API_BASE}${OPENAPI_ROUTE}`;
  return (
    <div className={classes.page}>
      <PageTitle>API reference</PageTitle>
      <header className={classes.header}>
        <Group gap="lg" wrap="nowrap">
          <Brand />
          <Anchor component={Link} to={urls.home()} size="sm" className={classes.back}>
            <IconArrowLeft size={15} aria-hidden /> To the app
          </Anchor>
        </Group>
        <Button
          component="a"
          href={address}
          download="docket-openapi.json"
          variant="default"
          size="xs"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          OpenAPI
        </Button>
      </header>
      <main className={classes.main}>
        <openapi-explorer
          key={scheme}
          spec-url={address}
          hide-server-selection="true"
          hide-components="true"
          schema-expand-level={3}
          {...COLORS[scheme]}
        />
      </main>
    </div>
  );
}
