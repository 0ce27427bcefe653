/** Signing in: with e-mail, with Google, or, on a local stack, as the demo account. */
import { Button, Card, Center, Divider, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { accountErrorMessage } from '../../data/error-messages.ts';
import { useClient } from '../../data/hooks.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { Brand } from '../brand.tsx';
import { EmailForm, type EmailMode } from './email-form.tsx';
import { GoogleMark } from './google-mark.tsx';
import classes from './sign-in-page.module.css';

/** Which of the ways in is being tried. */
type Attempt = 'email' | 'google' | 'demo';

const TITLES: Record<EmailMode, string> = { 'sign-in': 'Sign in', create: 'Create an account' };

interface Props {
  /** Why somebody has come, where they were sent here by a link. */
  occasion?: ReactNode;
}

/** Whoever was sent here by a link has no account, most likely, and does not come for the demo. */
export default function SignInPage({ occasion }: Props) {
  const { accounts, demo: demoAccount } = useClient().backend;
  const demo = occasion === undefined ? demoAccount : null;
  const [mode, setMode] = useState<EmailMode>(occasion === undefined ? 'sign-in' : 'create');
  const [trying, setTrying] = useState<Attempt | null>(null);
  const [error, setError] = useState<string | null>(null);

  const attempt = async (kind: Attempt, enter: () => Promise<void>) => {
    setTrying(kind);
    setError(null);
    try {
      await enter();
    } catch (failure) {
      setError(accountErrorMessage(failure));
    } finally {
      setTrying(null);
    }
  };

  return (
    <Center mih="100dvh" p="md" component="main" className={classes.ground}>
      <PageTitle>{TITLES[mode]}</PageTitle>
      <Stack gap="lg" w="100%" maw={380}>
        <Stack gap={6}>
          <Brand size={30} />
          <Text c="dimmed">Linesheets and purchase orders in, finished records out.</Text>
        </Stack>
        {occasion}
        <Card padding="lg" shadow="md">
          <Stack gap="md">
            <Title order={1}>{TITLES[mode]}</Title>
            {demo !== null && (
              <Button
                loading={trying === 'demo'}
                onClick={() => void attempt('demo', () => accounts.signIn(demo.email, demo.password))}
              >
                Use the demo account
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<GoogleMark />}
              loading={trying === 'google'}
              onClick={() => void attempt('google', () => accounts.signInWithGoogle())}
            >
              Continue with Google
            </Button>
            <Divider label="or with e-mail" />
            <EmailForm
              mode={mode}
              busy={trying === 'email'}
              primary={demo === null}
              onSubmit={(email, password) =>
                void attempt('email', () =>
                  mode === 'create' ? accounts.create(email, password) : accounts.signIn(email, password),
                )
              }
            />
            {error !== null && (
              <Text role="alert" size="sm" className={classes.error}>
                {error}
              </Text>
            )}
          </Stack>
        </Card>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            setMode(mode === 'create' ? 'sign-in' : 'create');
            setError(null);
          }}
        >
          {mode === 'create' ? 'I have an account: sign in' : 'New here? Create an account'}
        </Button>
      </Stack>
    </Center>
  );
}
