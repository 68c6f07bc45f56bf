import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { closeShort, reopen } from '../requests.js';

/** Where a line under way is declared finished with fewer than were ordered, or one that was is made on. */
class LineEnd extends LightElement {
  static properties = { page: { attribute: false }, line: { attribute: false } };

  render() {
    const { state, closedShort } = this.page.lines?.[this.line] ?? {};
    if (this.page.state === 'cancelled' || !(closedShort || state === 'in-production')) {
      return nothing;
    }
    const action = closedShort ? 'reopen' : 'close-short';
    return html`<p class="order-tools">
      <button class="quiet" data-action=${action} @click=${closedShort ? this.#reopen : this.#close}>
        ${t(`ordering.${action}`)}<span class="visually-hidden"> ${t('ordering.line', { number: this.line })}</span>
      </button>
    </p>`;
  }

  #close = async () => {
    await import('./close-short.js');
    const { page, line } = this;
    const form = Object.assign(document.createElement('close-short'), { order: page.number, line });
    if (await inDialog(form, t('ordering.close-short-title', { line }))) {
      offerUndo(t('ordering.closed-short', { line }), () => reopen(page.number, line));
    }
  };

  #reopen = async () => {
    const { page, line } = this;
    const reason = page.lines[line].closedShort;
    try {
      await reopen(page.number, line);
      offerUndo(t('ordering.reopened', { line }), () => closeShort(page.number, line, reason));
    } catch (problem) {
      const question = { title: t('ordering.reopen'), text: refusal(problem), go: t('retry') };
      (await confirmed(question)) && (await this.#reopen());
    }
  };
}

customElements.define('line-end', LineEnd);
