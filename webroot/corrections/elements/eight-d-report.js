import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { day } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';
import { doneLine, provenBy } from '../reading/corrections.js';

/** The report in eight disciplines, to read and to print. */
class EightDReport extends LightElement {
  static properties = {
    report: { attribute: false },
    staff: { attribute: false },
    company: { attribute: false },
    manufacturer: { attribute: false },
  };

  render() {
    const { report, staff, company } = this;
    return html`<article class="eight-d">
      <p class="buttons eight-d-bar">
        <button type="button" class="go" data-action="print" @click=${() => print()}>${t('eight-d.print')}</button>
        ${staff ? html`<a href="/nonconformances/${report.number}">${t('eight-d.back')}</a>` : nothing}
      </p>
      ${staff && company ? this.#preview() : nothing}
      <header>
        <p><strong>${this.manufacturer ?? ''}</strong></p>
        <h1>${t('eight-d.title')}${report.title ? html`${t('colon')}${report.title}` : nothing}</h1>
        <p class="soft">${this.#line()}</p>
      </header>
      ${this.#part(1, report.team.join(t('comma')))} ${this.#part(2, this.#problem())}
      ${this.#part(3, this.#contained())} ${this.#part(4, this.#cause())}
      ${this.#part(5, this.#actions(['correction', undefined], undefined))}
      ${this.#part(6, this.#actions(['correction', undefined], true))}
      ${this.#part(7, this.#prevention())} ${this.#part(8, this.#text(report.thanks))}
    </article>`;
  }

  #preview() {
    const { withheld = [] } = this.report;
    return html`<p class="eight-d-preview" role="note">
      ${t('eight-d.preview')} ${withheld.length > 0 ? t('eight-d.withheld', { count: withheld.length }) : nothing}
    </p>`;
  }

  #line() {
    const { number: name, raisedAt, closedAt, severity } = this.report;
    return [
      t('eight-d.number', { number: name }),
      t(`eight-d.severity-${severity}`),
      t('eight-d.raised', { at: day(raisedAt) }),
      closedAt ? t('eight-d.closed', { at: day(closedAt) }) : t('eight-d.open'),
    ].join(' · ');
  }

  /** A discipline of which nothing is known yet says so. */
  #part(discipline, content) {
    return html`<section aria-labelledby="d${discipline}">
      <h2 id="d${discipline}"><span class="eight-d-mark">D${discipline}</span> ${t(`eight-d.d${discipline}`)}</h2>
      ${content || html`<p class="soft">${t('eight-d.nothing')}</p>`}
    </section>`;
  }

  #text(text) {
    return text ? html`<p class="eight-d-text">${text}</p>` : '';
  }

  #problem() {
    const { about, problem } = this.report;
    const { order, line, stage, requirement, names = {} } = about ?? {};
    const where = [
      order,
      line !== undefined && t('eight-d.line', { line }),
      wording(names.product),
      wording(names.stage) || stage,
      wording(names.requirement) || requirement,
    ].filter(Boolean);
    return problem || where.length > 0
      ? html`${this.#text(problem)} ${where.length > 0 ? html`<p>${where.join(' · ')}</p>` : nothing}`
      : '';
  }

  #contained() {
    const { contained } = this.report;
    const actions = this.#actions(['containment'], undefined);
    return contained.length > 0 || actions
      ? html`<ul>
            ${contained.map(({ order, line, codes = [], amount, company }) => {
              const place = [company, order, line !== undefined && t('eight-d.line', { line })].filter(Boolean);
              return html`<li>
                ${place.length > 0 ? html`${place.join(' · ')}${t('colon')}` : nothing}${codes.join(t('comma'))}
                ${amount === undefined
                  ? nothing
                  : html`<span class="soft">${t('eight-d.amount', { amount: number(amount) })}</span>`}
              </li>`;
            })}
          </ul>
          ${actions}`
      : '';
  }

  #cause() {
    const { whys, cause } = this.report;
    return whys.length > 0 || cause
      ? html`${whys.length > 0
          ? html`<ol class="eight-d-whys">
              ${whys.map((why) => html`<li>${t('eight-d.why')} ${why}</li>`)}
            </ol>`
          : nothing}
        ${this.#text(cause)}`
      : '';
  }

  /**
   * @param done whether they are done; either where it is not said
   */
  #actions(purposes, done) {
    const rows = (this.report.actions ?? []).filter(
      (one) => purposes.includes(one.purpose) && (done === undefined || one.done === done),
    );
    return rows.length > 0
      ? html`<ul>
          ${rows.map(
            (one) => html`<li>
              ${one.text ? html`<strong>${one.text}</strong>` : nothing}
              <span class="soft">${doneLine(one)}</span>
              ${one.proof ? html`<span class="eight-d-proof">${provenBy(one).join(t('space'))}</span>` : nothing}
            </li>`,
          )}
        </ul>`
      : '';
  }

  #prevention() {
    const actions = this.#actions(['prevention'], undefined);
    const text = this.#text(this.report.prevention);
    return text || actions ? html`${text}${actions}` : '';
  }
}

customElements.define('eight-d-report', EightDReport);
