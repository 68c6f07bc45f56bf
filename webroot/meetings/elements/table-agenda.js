import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { arranged, titleOf } from '../reading/meeting.js';
import { turnTo } from '../table-requests.js';
import './agenda-item.js';

/** The agenda while a meeting is held: the item that we are at is the only lit one, and says why it is there. */
class TableAgenda extends FormElement {
  static properties = { page: { attribute: false }, keeps: { type: Boolean }, house: { type: Boolean } };

  render() {
    const { open } = arranged(this.page);
    return html`<section class="stack" aria-labelledby="agenda">
      <h2 id="agenda">${t('agenda.title')}</h2>
      ${open.length === 0 ? html`<p class="empty">${t('agenda.none')}</p>` : nothing}
      <ol class="agenda">${open.map((item) => this.#item(item))}</ol>
      ${this.trouble()}
    </section>`;
  }

  #item(item) {
    const isNow = item.key === this.page.item;
    const look = isNow ? 'now' : item.state === 'closed' ? 'done' : '';
    return html`<li class=${look} data-item=${item.key} aria-current=${isNow ? 'step' : nothing}>
      <div class="table-item ${isNow ? '' : 'brief'}">
        ${isNow
          ? html`<agenda-item .meeting=${this.page.number} .item=${item} .others=${[]} ?house=${this.house}>
            </agenda-item>`
          : html`<p class="agenda-line"><strong>${titleOf(item)}</strong>${item.state === 'closed'
              ? html`<span class="chip ok">${t('item.closed')}</span>`
              : html`<span class="soft agenda-minutes">${t('item.minutes', { count: item.minutes })}</span>`}</p>`}
        ${item.answer ? html`<p class="agenda-why">${t('table.answered', { answer: item.answer })}</p>` : nothing}
        ${this.keeps ? this.#tools(item, isNow) : nothing}
      </div>
    </li>`;
  }

  #tools(item, isNow) {
    const go = () => this.attempt(() => turnTo(this.page.number, item.key));
    return html`<p class="agenda-tools">
      ${isNow
        ? nothing
        : html`<button class="quiet" data-action="turn-to" ?disabled=${this.busy} @click=${go}>${
            t('table.turn-to')}<span class="visually-hidden">${t('colon')}${titleOf(item)}</span></button>`}
      ${isNow && item.state === 'open'
        ? html`<button class="quiet" data-action="close-item" @click=${() => this.#close(item)}>${
            t('table.close-item')}</button>`
        : nothing}
    </p>`;
  }

  #close = async (item) => {
    await import('./close-item-form.js');
    const form = Object.assign(document.createElement('close-item-form'), { number: this.page.number, item });
    await inDialog(form, t('table.close-item'));
  };
}

customElements.define('table-agenda', TableAgenda);
