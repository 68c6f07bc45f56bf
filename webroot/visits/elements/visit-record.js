import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { confirmation } from '../reading/visits.js';
import { confirmRecord } from '../requests.js';
import './correct-line.js';

const SORTS = ['fact', 'wish', 'promise'];

/** What was noted, for both sides the same: our wording, and the company's beside it. */
class VisitRecord extends FormElement {
  static properties = { page: { attribute: false }, house: { type: Boolean } };

  render() {
    const { record } = this.page;
    const lines = Object.entries(record.lines).map(([line, one]) => ({ line: Number(line), ...one }));
    return html`<section class="card visit-record" aria-labelledby="record">
      <h2 id="record">${t('record.title')}</h2>
      <p class="soft">
        ${t('record.noted', { by: record.notedBy })}
        <time datetime=${record.notedAt} title=${inFull(record.notedAt)}>${when(record.notedAt)}</time>
      </p>
      ${this.#stand(record)} ${this.#present(record.present)}
      ${SORTS.map((sort) => this.#part(sort, lines.filter(({ kind }) => kind === sort)))} ${this.#photos(record)}
    </section>`;
  }

  #stand(record) {
    if (record.confirmed) {
      return html`<p class="record-stand" data-how=${record.confirmed.how}>${confirmation(record)}</p>`;
    }
    const until = html`<time datetime=${record.openUntil}>${when(record.openUntil)}</time>`;
    return html`<div class="hint-box">
      <p>${t(this.house ? 'record.open' : 'record.open-own')} ${until}</p>
      ${this.page.can?.includes('confirm')
        ? html`<p class="buttons">
            <button class="go" data-action="confirm" ?disabled=${this.busy} @click=${this.#confirm}>
              ${t(record.corrections > 0 ? 'record.confirm-corrected' : 'record.confirm')}
            </button>
          </p>`
        : nothing}
      ${this.trouble()}
    </div>`;
  }

  #present({ theirs, ours }) {
    const all = [...theirs, ...ours];
    return all.length === 0 ? nothing : html`<p>${t('record.present', { names: all.join(t('comma')) })}</p>`;
  }

  #part(sort, lines) {
    return lines.length === 0
      ? nothing
      : html`<section aria-labelledby="record-${sort}">
          <h3 id="record-${sort}">${t(`record.${sort}`)}</h3>
          <ul class="record-lines">${lines.map((line) => this.#line(line))}</ul>
        </section>`;
  }

  #line({ line, text, message, action, state, corrected }) {
    return html`<li data-line=${line}>
      <p class="record-text">${text}</p>
      ${corrected
        ? html`<p class="record-text record-theirs"><b>${t('record.theirs', { by: corrected.by })}</b> ${
            corrected.text // Spaces and ends of lines are shown as they are written.
          }</p>`
        : nothing}
      <p class="record-became">
        ${message ? html`<a href="/messages/${message}">${t('record.message', { number: message })}</a>` : nothing}
        ${action ? html`<a href="/actions/${action}">${t('record.action', { number: action })}</a>` : nothing}
        ${state ? html`<span class="chip">${t(`record.state.${state}`)}</span>` : nothing}
      </p>
      ${this.page.can?.includes('correct')
        ? html`<correct-line .number=${this.page.number} .line=${line} .text=${corrected?.text ?? text}></correct-line>`
        : nothing}
    </li>`;
  }

  #photos({ photos }) {
    const of = (id) => `/api/visits/${this.page.number}/photos/${encodeURIComponent(id)}`;
    return photos.length === 0
      ? nothing
      : html`<ul class="record-photos" aria-label=${t('record.photos')}>
          ${photos.map(
            ({ id }, at) => html`<li>
              <a href=${of(id)} target="_blank" rel="noopener"
                ><img src="${of(id)}/thumbnail" alt=${t('record.photo', { count: at + 1 })} loading="lazy"
              /></a>
            </li>`,
          )}
        </ul>`;
  }

  #confirm = () => this.attempt(() => confirmRecord(this.page.number));
}

customElements.define('visit-record', VisitRecord);
