import { Component, type ComponentChildren } from 'preact'
import { Copy } from './Copy'
import { Notice } from './Notice'
import { say } from './words'

/** Words in place of whatever could not be drawn. */
export class Boundary extends Component<{ readonly children: ComponentChildren }, { readonly broken?: string }> {
  static override getDerivedStateFromError(error: unknown) {
    return { broken: error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error) }
  }

  override render() {
    const { broken } = this.state
    if (broken === undefined) return this.props.children
    return (
      <main class="broken">
        <Notice tone="bad" title={say('brokenTitle')}>
          <p>{say('brokenNext')}</p>
          <Copy value={broken} what={say('details')} />
        </Notice>
      </main>
    )
  }
}
