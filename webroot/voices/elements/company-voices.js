import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { ShortList } from '../../base/elements/short-list.js';
import { Ticking } from '../../base/elements/ticking.js';
import { timeText } from '../../base/reading/durations.js';
import { t } from '../../base/words.js';
import { COMMITMENTS } from '../reading/clock.js';
import { sorted } from '../reading/rows.js';
import { commitments, voices } from '../requests.js';
import './message-row.js';

const SHOWN = 5;
const ASKED = 50;
const CLOCK_MILLIS = 30_000;
const KINDS = ['complaint', 'question', 'wish', 'care'];

/** What a company said and is not closed, the most urgent first; and by when they are answered. */
class CompanyVoices extends LightElement {
  static properties = { company: { attribute: false }, targets: { state: true } };

  #list = new ShortList(
    this,
    () => open(this.company.code),
    (rows) => sorted(rows, 'urgent').slice(0, SHOWN).map(({ number }) => `voices/${number}`),
  );

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  willUpdate(changed) {
    if (changed.has('company') && changed.get('company')) {
      this.#list.reload(); // Something of theirs has moved.
    }
  }

  async firstUpdated() {
    this.targets = (await commitments().catch(() => ({ targets: [] }))).targets;
  }

  render() {
    const { items, problem } = this.#list;
    return html`<section class="card company-part" aria-labelledby="company-voices">
      <div class="head">
        <h2 id="company-voices">${t('company-voices.title')}</h2>
        <a href="/inbox?q=${encodeURIComponent(this.company.name)}">${t('company-voices.all')}</a>
      </div>
      <p role="alert">${problem ?? ''}</p>
      ${items ? this.#rows(items) : problem ? nothing : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      ${this.targets ? this.#commitments() : nothing}
    </section>`;
  }

  #rows(items) {
    return items.length === 0
      ? html`<p class="empty">${t('company-voices.none')}</p>`
      : html`<p class="soft">${t('company-voices.open', { count: items.length })}</p>
          <ul class="message-rows">${sorted(items, 'urgent').slice(0, SHOWN).map(
            (row) => html`<li><message-row .row=${row} staff></message-row></li>`,
          )}</ul>`;
  }

  #commitments() {
    const rows = KINDS.map((kind) => this.targets.find((one) => one.tier === this.company.tier && one.kind === kind));
    return html`<details class="disclosure">
      <summary>${t('company-voices.commitments', { tier: t(`tier.${this.company.tier}`) })}</summary>
      <div class="scroll" role="region" tabindex="0" aria-label=${t('company-voices.commitments-table')}>
        <table>
          <thead><tr><th scope="col">${t('company-voices.kind')}</th>
            ${COMMITMENTS.map((name) => html`<th scope="col">${t(`commitment.${name}`)}</th>`)}</tr></thead>
          <tbody>${rows.filter(Boolean).map((row) => html`<tr>
            <th scope="row">${t(`kinds.${row.kind}`)}</th>
            ${COMMITMENTS.map((name) => html`<td>${timeText(row[name])}</td>`)}
          </tr>`)}</tbody>
        </table>
      </div>
    </details>`;
  }
}

/** What waits for us, and what waits for them. */
async function open(company) {
  const [ours, theirs] = await Promise.all(
    ['open', 'waiting'].map((state) => voices({ company, state, limit: ASKED })),
  );
  return [...ours.voices, ...theirs.voices];
}

customElements.define('company-voices', CompanyVoices);
