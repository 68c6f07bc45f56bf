import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { day } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t } from '../../base/words.js';
import { answers, byUrgency, isAsked, isOpen, moved, standing } from '../reading/actions.js';
import './action-mails.js';
import './it-worked.js';

const CLOCK_MILLIS = 30_000;

/** What we do because its reader’s company said it, live. */
class SaidAndDone extends CalmElement {
  static properties = { list: { attribute: false } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    return html`<section class="manage said-and-done" aria-labelledby="said-and-done">
      <div class="lead">
        <h1 id="said-and-done">${t('said-and-done.title')}</h1>
        <p class="soft">${t('said-and-done.text')}</p>
      </div>
      ${this.list ? this.#content() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      ${contributions('said-and-done')}
      <action-mails></action-mails>
    </section>`;
  }

  #content() {
    const rows = Object.values(this.list.rows ?? {});
    if (rows.length === 0) {
      return html`<p class="empty">${t('said-and-done.none')}</p>`;
    }
    const asked = rows.filter(isAsked).sort(byUrgency);
    const others = rows.filter((row) => !isAsked(row)).sort(byUrgency);
    return html`<ol class="said-list">
        ${repeat([...asked, ...others], ({ number }) => number, (row) => html`<li>${this.#action(row)}</li>`)}
      </ol>
      ${this.list.truncated ? html`<p class="soft">${t('said-and-done.truncated')}</p>` : nothing}`;
  }

  #action(row) {
    const { text, look } = standing(row);
    return html`<article class="card" data-action-number=${row.number} data-state=${row.state}>
      <div class="head">
        <h2>${row.text}</h2>
        <span class="chip ${look}">${text}</span>
      </div>
      <p class="soft">${[answers(row), row.owner.name].filter(Boolean).join(' · ')}</p>
      ${row.state === 'reopened' ? html`<p>${t('said-and-done.reopened')}</p>` : nothing}
      ${isOpen(row) && row.moved ? html`<p class="soft">${moved(row)}</p>` : nothing}
      ${row.closing ? html`<p class="said-words">${row.closing.text}</p>` : nothing}
      ${row.worked ? html`<p class="soft">${t('said-and-done.you-said', { day: day(row.worked.at) })}</p>` : nothing}
      ${isAsked(row) ? html`<it-worked .action=${row}></it-worked>` : nothing}
    </article>`;
  }
}

customElements.define('said-and-done', SaidAndDone);
