import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';

const LOOKS = { adopted: 'ok', changed: 'ok' };

/** What became of a proposal. */
class ProposalAnswer extends LightElement {
  static properties = { answer: { attribute: false } };

  render() {
    const { answer, reason, sameAs } = this.answer;
    return html`<span class="proposal-answer" data-answer=${answer}>
      <span class="chip ${LOOKS[answer] ?? ''}">${t(`answer.${answer}`)}</span>
      ${sameAs ? html`<span>${t('answer.same-as', { text: sameAs.text })}</span>` : nothing}
      ${reason ? html`<span>${reason}</span>` : nothing}
    </span>`;
  }
}

customElements.define('proposal-answer', ProposalAnswer);
