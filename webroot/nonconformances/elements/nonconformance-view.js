import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { entry, leftBehind, raised } from '../reading/nonconformances.js';
import './containment-card.js';
import './problem-change.js';
import './problem-closing.js';
import './severity-chip.js';

/** One nonconformance: what is wrong, what is held because of it, what is done about it, what happened. */
class NonconformanceView extends CalmElement {
  static properties = {
    page: { attribute: false },
    me: { attribute: false },
    decides: { attribute: false },
  };

  #closing;

  render() {
    const { page, me, decides } = this;
    return html`<article class="manage" data-nonconformance=${page.number} data-state=${page.state}>
      <p><a href="/nonconformances">${t('nonconformances.title')}</a></p>
      <h1>${page.title}</h1>
      <p class="buttons">
        <severity-chip severity=${page.severity}></severity-chip>
        <span class="chip ${page.state === 'closed' ? 'ok' : ''}">${t(`nonconformance.${page.state}`)}</span>
        <span class="soft">${t('nonconformance.number', { number: page.number })} · ${raised(page)}</span>
      </p>
      ${this.#what()}
      <containment-card .page=${page} .me=${me} .decides=${decides}></containment-card>
      ${contributions('nonconformance', { page })}
      ${this.#history()}
    </article>`;
  }

  #what() {
    const { page, decides } = this;
    const isOpen = page.state === 'open';
    return html`<section class="card" aria-label=${t('nonconformance.what')}>
      ${page.problem ? html`<p class="problem-text">${page.problem}</p>` : nothing}
      <dl class="problem-facts">${this.#facts()}</dl>
      ${page.closing
        ? html`<p class="said">
            ${t('nonconformance.closed-by', { by: page.closing.by, at: when(page.closing.at) })}
            ${page.closing.text ?? ''}
          </p>`
        : nothing}
      <p class="buttons">
        ${isOpen ? this.#button('change', this.#change) : nothing}
        ${decides ? this.#button(isOpen ? 'close' : 'reopen', this.#closeOrReopen) : nothing}
      </p>
    </section>`;
  }

  #facts() {
    const { about, team } = this.page;
    const { order, line, stage, requirement, names = {} } = about;
    const link = (href, text) => html`<a href=${href}>${text}</a>`;
    return [
      ['order', order && link(`/orders/${encodeURIComponent(order)}`, order)],
      ['line', line],
      ['stage', wording(names.stage) || stage],
      ['requirement', wording(names.requirement) || requirement],
      ['message', about.voice && link(`/messages/${about.voice}`, about.voice)],
      ['meeting', about.meeting && link(`/meetings/${about.meeting}`, about.meeting)],
      ['station', about.station],
      ['lot', about.lot && link(`/lots/${encodeURIComponent(about.lot)}`, about.lot)],
      ['piece', about.piece && link(`/pieces/${encodeURIComponent(about.piece)}`, about.piece)],
      ['team', team.map(({ name }) => name).join(t('comma'))],
    ]
      .filter(([, said]) => said)
      .map(([name, said]) => html`<div><dt>${t(`nonconformance.fact-${name}`)}</dt><dd>${said}</dd></div>`);
  }

  #button(name, open) {
    return html`<button class="quiet" data-action=${name} @click=${() => open(t(`nonconformance.${name}`))}>
      ${t(`nonconformance.${name}`)}
    </button>`;
  }

  #change = (label) =>
    inDialog(Object.assign(document.createElement('problem-change'), { page: this.page }), label);

  #closeOrReopen = async (label) => {
    const { page } = this;
    this.#closing = Object.assign(document.createElement('problem-closing'), { page });
    await inDialog(this.#closing, label);
    this.#closing = undefined;
  };

  /** What is left may become more, or less, while somebody writes why. */
  updated() {
    this.#closing?.page.state === this.page.state && (this.#closing.page = this.page);
  }

  #history() {
    return html`<section class="card" aria-labelledby="problem-history">
      <h2 id="problem-history">${t('nonconformance.history')}</h2>
      <ol class="problem-list">
        ${this.page.history.toReversed().map((one) => html`<li data-kind=${one.kind}>
          <span>${[entry(one), ...leftBehind(one)].join(t('space'))}</span> <span class="soft">${when(one.at)}</span>
        </li>`)}
      </ol>
    </section>`;
  }
}

customElements.define('nonconformance-view', NonconformanceView);
