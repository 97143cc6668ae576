import { Component } from 'react';
import type { ReactNode } from 'react';
import styles from './stage.module.css';

interface Props {
  children: ReactNode;
}

/** How long a stage stays dark before it tries again, ms. */
const RETRY = 2_000;

/** Whatever goes wrong in drawing, the hall sees a dark screen for a moment, never an error page. */
export class StageGuard extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error): void {
    reportError(error);
    this.timer = setTimeout(() => this.setState({ broken: false }), RETRY);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  override render(): ReactNode {
    return this.state.broken ? <div className={styles.stage} /> : this.props.children;
  }
}
