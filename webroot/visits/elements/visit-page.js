import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { hasBegun } from '../reading/visits.js';
import './record-form.js';
import './visit-preparation.js';
import './visit-record.js';
import './visit-state.js';

/** One visit: what is planned, what to read before, what was noted. */
class VisitPage extends CalmElement {
  static properties = { me: { attribute: false }, isHouse: { type: Boolean }, page: { attribute: false } };

  render() {
    const { page } = this;
    return html`<article class="visit" data-visit=${page.number} data-state=${page.state} aria-labelledby="visit">
      <header class="visit-head">
        <p class="visit-back"><a href="/visits">${t('visit.back')}</a></p>
        <h1 id="visit">${t(`visit.title.${page.kind}`, { company: page.company.name })}</h1>
        <p><visit-state .visit=${page}></visit-state></p>
        ${this.#facts()} ${this.isHouse ? this.#acts() : nothing}
      </header>
      ${this.#note()}
      ${page.record ? html`<visit-record .page=${page} ?house=${this.isHouse}></visit-record>` : nothing}
      ${this.isHouse && page.state !== 'missed' && page.state !== 'cancelled'
        ? html`<visit-preparation .number=${page.number} ?open=${page.state === 'planned'}></visit-preparation>`
        : nothing}
      ${page.history ? this.#history() : nothing}
    </article>`;
  }

  #facts() {
    const { at, minutes, place, by, substitute, role } = this.page;
    const people = this.page.with.map(({ name }) => name).join(t('comma'));
    const length = t('visit.minutes', { count: minutes });
    const facts = [
      ['when', html`<time datetime=${at} title=${inFull(at)}>${when(at)}</time> · ${length}`],
      ['by', substitute ? t('visit.instead', { substitute: substitute.name, by: by.name }) : by.name],
      ['role', this.isHouse ? t(`visit.role.${role}`) : undefined],
      ['with', people],
      ['place', place],
    ];
    return html`<dl class="visit-facts">
      ${facts
        .filter(([, said]) => said)
        .map(([name, said]) => html`<dt>${t(`visit.${name}`)}</dt><dd>${said}</dd>`)}
    </dl>`;
  }

  #acts() {
    const { page } = this;
    const may = (what) => page.can?.includes(what);
    const begun = hasBegun(page);
    return html`<p class="buttons visit-acts">
      ${may('edit') && !begun
        ? html`<button class="quiet" data-action="edit" @click=${this.#edit}>${t('visit.edit')}</button>
            <button class="quiet" data-action="cancel" @click=${() => this.#say('cancelled')}>
              ${t('visit.cancel')}
            </button>`
        : nothing}
      ${may('miss') && begun
        ? html`<button class="quiet" data-action="miss" @click=${() => this.#say('missed')}>${t('visit.miss')}</button>`
        : nothing}
    </p>`;
  }

  /** Where it was noted already, what is left on this device of another record. */
  #note() {
    const { page } = this;
    return this.isHouse && (page.record || page.can?.includes('note'))
      ? html`<record-form .page=${page} .me=${this.me}></record-form>`
      : nothing;
  }

  #history() {
    const isOff = this.page.state === 'missed' || this.page.state === 'cancelled';
    return html`<details class="disclosure" ?open=${isOff /* It is all there is then, with the reason. */}>
      <summary>${t('visit.history')}</summary>
      <ul class="visit-history">
        ${this.page.history.map(
          ({ at, kind, by, reason }) => html`<li data-kind=${kind}>
            <time datetime=${at} title=${inFull(at)}>${when(at)}</time> ${t(`visit.happened.${kind}`, { by: by ?? '' })}
            ${reason ? html`<q>${reason}</q>` : nothing}
          </li>`,
        )}
      </ul>
    </details>`;
  }

  #edit = async () => {
    await import('./visit-form.js');
    const form = Object.assign(document.createElement('visit-form'), { me: this.me, page: this.page });
    await inDialog(form, t('visit-form.change'));
  };

  async #say(outcome) {
    await import('./outcome-form.js');
    const form = Object.assign(document.createElement('outcome-form'), { page: this.page, outcome });
    await inDialog(form, t(`outcome-form.${outcome}`));
  }
}

customElements.define('visit-page', VisitPage);
