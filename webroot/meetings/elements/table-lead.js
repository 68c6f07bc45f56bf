import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { end, turnTo } from '../table-requests.js';

/** What whoever leads a meeting has at hand: the next item, who came, the screen, the end. */
class TableLead extends FormElement {
  static properties = { page: { attribute: false }, is: { attribute: false } };

  render() {
    const { page, is } = this;
    return html`<p class="buttons">
        ${is?.next
          ? html`<button class="go" data-action="next" ?disabled=${this.busy} @click=${this.#next}>${
              t('table.next', { title: titleOf(is.next) })}</button>`
          : nothing}
        <button class="quiet" data-action="who-came" @click=${this.#whoCame}>${t('table.who-came')}</button>
        <a class="quiet" href="/meetings/${page.number}/screen" target="_blank">${t('table.screen')}</a>
        <button class="quiet" data-action="end" ?disabled=${this.busy} @click=${this.#end}>${t('table.end')}</button>
      </p>
      ${this.trouble()}`;
  }

  #next = () => this.attempt(() => turnTo(this.page.number, this.is.next.key));

  #whoCame = async () => {
    await import('./attendance-form.js');
    const form = Object.assign(document.createElement('attendance-form'), { number: this.page.number });
    await inDialog(form, t('table.who-came'));
  };

  #end = async () => {
    const sure = await confirmed({ title: t('table.end-title'), text: t('table.end-text'), go: t('table.end') });
    sure && this.attempt(() => end(this.page.number));
  };
}

customElements.define('table-lead', TableLead);
