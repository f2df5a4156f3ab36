import { Component, type ErrorInfo, type ReactNode } from 'react'
import { FailedState } from './FailedState.tsx'

interface ErrorBoundaryProps {
  children: ReactNode
  /** A change of key (another address) clears the fault. */
  resetKey?: string
}

interface ErrorBoundaryState {
  fault: unknown
  key: string | undefined
}

/** A fault in one screen leaves the navigation standing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { fault: undefined, key: this.props.resetKey }

  static getDerivedStateFromError(fault: unknown): Partial<ErrorBoundaryState> {
    return { fault: fault ?? new Error('Unknown fault') }
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return props.resetKey === state.key ? null : { fault: undefined, key: props.resetKey }
  }

  override componentDidCatch(fault: Error, info: ErrorInfo) {
    console.error(fault, info.componentStack)
  }

  override render() {
    if (this.state.fault === undefined) return this.props.children
    return <FailedState problem={this.state.fault} onRetry={() => this.setState({ fault: undefined })} />
  }
}
