/** What is used of the element: its README lists the attributes. */
declare module 'openapi-explorer/dist/browser/openapi-explorer.min.js';

declare namespace React.JSX {
  interface IntrinsicElements {
    'openapi-explorer': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & {
      'spec-url': string;
      'use-path-in-nav-bar'?: 'true';
      'hide-server-selection'?: 'true';
      'hide-components'?: 'true';
      'schema-expand-level'?: number;
      'bg-color': string;
      'text-color': string;
      'header-bg-color': string;
      'primary-color': string;
      'secondary-color': string;
      'nav-bg-color': string;
      'nav-text-color': string;
      'nav-hover-text-color': string;
    };
  }
}
