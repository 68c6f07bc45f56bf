import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { briefly } from '../reading/clock.js';

/** A message where it was said: what, who has it, by when it is answered; `asked` where its reader may reply. */
class VoiceTag extends LightElement {
  static properties = { row: { attribute: false }, asked: { type: Boolean } };

  render() {
    const { number, title, kind, department, assignee } = this.row;
    const { text, more, late } = briefly(this.row, Date.now(), this.asked);
    const who = [wording(department?.name), assignee?.name ?? assignee].filter(Boolean).join(t('comma'));
    return html`<a
      class="voice-tag"
      data-voice=${number}
      data-kind=${kind}
      href="/messages/${number}"
      @click=${this.#open}
    >
      <span class="tag-kind">${t(`kind.${kind}`)}</span>
      <span class="tag-title">${title}</span>
      ${who ? html`<span class="soft">${who}</span>` : nothing}
      <span class="tag-due" ?data-late=${late}>${late ? text + t('colon') + more : [more, text].join(' ')}</span>
    </a>`;
  }

  /** A glass link opens one page and no other: there the message opens over it. */
  #open = async (event) => {
    if (location.pathname === '/glass') {
      event.preventDefault();
      const { openVoice } = await import('./voice-dialog.js');
      openVoice(this.row.number);
    }
  };
}

customElements.define('voice-tag', VoiceTag);
