/** Keeps a crash in one place from leaving an empty page. */
import { Component, type ReactNode } from 'react';
import { ErrorPage, ErrorState } from '../ui/error-state.tsx';

interface Props {
  children: ReactNode;
  /** What stays around a page that has crashed: the menu and the rest of the frame, or nothing. */
  within: 'layout' | 'nothing';
  /** A change of this, e.g. of the address, gives the page another chance. */
  resetKey?: string;
}

interface State {
  crashed: boolean;
  resetKey: string | undefined;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { crashed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { crashed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { crashed: false, resetKey: props.resetKey };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    const crash = {
      title: 'This page has crashed',
      message: 'Nothing is lost: your files and records are safe. Reload the page to go on.',
      action: { label: 'Reload', onClick: () => window.location.reload() },
    };
    return this.props.within === 'layout' ? <ErrorState {...crash} level={1} /> : <ErrorPage {...crash} />;
  }
}
