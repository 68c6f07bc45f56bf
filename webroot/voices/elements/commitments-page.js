import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { timeIn, timeText } from '../../base/reading/durations.js';
import { has, t } from '../../base/words.js';
import { COMMITMENTS } from '../reading/clock.js';
import { commitments, saveCommitments } from '../requests.js';

const KINDS = ['complaint', 'question', 'wish', 'care'];
const TIERS = ['platinum', 'gold', 'silver', 'standard'];
const keyOf = ({ tier, kind }, name) => `${tier}.${kind}.${name}`;

/** How fast which message of whom is seen, answered and solved, in working time. */
class CommitmentsPage extends FormElement {
  static properties = { targets: { state: true }, typed: { state: true }, said: { state: true } };

  constructor() {
    super();
    this.typed = {};
  }

  firstUpdated() {
    this.attempt(async () => (this.targets = (await commitments()).targets));
  }

  render() {
    return html`<section class="manage" aria-labelledby="commitments">
      <div class="lead">
        <h1 id="commitments">${t('commitments.title')}</h1>
        <p class="soft">${t('commitments.text')}</p>
      </div>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.targets ? this.#form() : this.trouble()}
    </section>`;
  }

  #form() {
    return html`<form class="form" novalidate @submit=${this.#save}>
      ${KINDS.map((kind) => this.#table(kind))}
      ${this.trouble()}
      <p class="buttons">
        <button
          class="go"
          data-action="save"
          ?disabled=${this.busy || Object.keys(this.typed).length === 0}
        >${t('save')}</button>
      </p>
    </form>`;
  }

  #table(kind) {
    const ofTier = (tier) => this.targets.find((one) => one.tier === tier && one.kind === kind);
    const rows = TIERS.map(ofTier).filter(Boolean);
    return html`<section class="card" aria-labelledby="of-${kind}">
      <h2 id="of-${kind}">${t(`kinds.${kind}`)}</h2>
      <div class="commitment-table" role="table" aria-labelledby="of-${kind}">
        <div role="row" class="commitment-head">
          <span role="columnheader">${t('tier')}</span>
          ${COMMITMENTS.map((name) => html`<span role="columnheader">${t(`commitment.${name}`)}</span>`)}
        </div>
        ${rows.map((row) => html`<div role="row" data-tier=${row.tier}>
          <span role="rowheader">${has(`tier.${row.tier}`) ? t(`tier.${row.tier}`) : row.tier}</span>
          ${COMMITMENTS.map((name) => html`<span role="cell">${this.#input(row, name)}</span>`)}
        </div>`)}
      </div>
    </section>`;
  }

  #input(row, name) {
    const key = keyOf(row, name);
    const typed = this.typed[key];
    const wrong = typed !== undefined && timeIn(typed) === undefined;
    return html`<label>
      <span class="commitment-name" aria-hidden="true">${t(`commitment.${name}`)}</span>
      <input
        name=${key}
        .value=${typed ?? timeText(row[name])}
        aria-label="${t(`kinds.${row.kind}`)}, ${t(`tier.${row.tier}`)}: ${t(`commitment.${name}`)}"
        aria-invalid=${wrong ? 'true' : nothing}
        autocomplete="off"
        @change=${({ target }) => this.#type(key, target.value)}
      />
      ${wrong ? html`<span class="trouble" role="alert">${t('commitments.unreadable')}</span>` : nothing}
    </label>`;
  }

  #type(key, value) {
    this.typed = { ...this.typed, [key]: value };
    this.said = '';
  }

  #save = async (event) => {
    event.preventDefault();
    const wrong = this.querySelector('[aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
      return;
    }
    const targets = this.targets.map((row) => ({
      ...row,
      ...Object.fromEntries(COMMITMENTS.map((name) => [name, timeIn(this.typed[keyOf(row, name)] ?? '') ?? row[name]])),
    }));
    if (await this.attempt(() => saveCommitments({ targets }))) {
      Object.assign(this, { targets, typed: {}, said: t('commitments.saved') });
    }
  };
}

customElements.define('commitments-page', CommitmentsPage);
