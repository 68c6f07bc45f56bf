import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { arranged, titleOf } from '../reading/meeting.js';
import { linesOf, pollsOf, presence, sharesOf, standing, turnout, writer } from '../reading/table.js';

const CLOCK_MILLIS = 5_000;
const LINES_SHOWN = 6;
const POLLS_SHOWN = 2;

/** A meeting for the screen in the room: large, read from the last row, and nothing to touch. */
class ScreenView extends CalmElement {
  static properties = { page: { attribute: false } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { page } = this;
    const now = Date.now();
    const is = standing(page, now);
    return html`<article class="screen" aria-labelledby="meeting">
      <header class="screen-head">
        <p class="screen-title">${page.title}</p>
        <p class="soft">${page.here ? presence(page.here) : nothing}</p>
      </header>
      ${is ? this.#now(is) : html`<h1 id="meeting">${
        t(page.state === 'live' ? 'table.nowhere' : `meeting.state-${page.state}`)}</h1>`}
      <div class="screen-columns">
        ${this.#lines(is?.item, now)}
        <div class="screen-side">${this.#polls()} ${this.#agenda()}</div>
      </div>
    </article>`;
  }

  #now({ item, number, count, left }) {
    return html`<div class="screen-now">
      <p class="screen-count">${t('screen.item', { number, total: count })}</p>
      <h1 id="meeting">${titleOf(item)}</h1>
      <p class="screen-left" data-over=${left < 0}>${
        left >= 0 ? t('table.left', { count: left }) : t('table.over', { count: -left })}</p>
    </div>`;
  }

  #lines(item, now) {
    const lines = linesOf(this.page, item?.key).slice(-LINES_SHOWN);
    return html`<ol class="screen-lines" aria-label=${t('minutes.title')}>
      ${repeat(lines, ({ key }) => key, (line) => html`<li data-kind=${line.kind} data-line=${line.key}>
        <span class="chip ${{ decision: 'ok', action: 'warm' }[line.kind] ?? ''}">${t(`line.${line.kind}`)}</span>
        <span>${line.text}${writer(line, now) ? html`<span class="soft"> …</span>` : nothing}${line.action
          ? html` <strong>${t('line.owner-due', { name: line.action.owner, date: date(line.action.due) })}</strong>`
          : nothing}</span>
      </li>`)}
    </ol>`;
  }

  #polls() {
    return pollsOf(this.page)
      .filter(({ state, item }) => state === 'open' || item === this.page.item)
      .slice(0, POLLS_SHOWN)
      .map((poll) => html`<section class="screen-poll" data-poll=${poll.key} data-state=${poll.state}>
        <h2>${poll.question}</h2>
        ${(sharesOf(poll) ?? poll.choices.map((choice) => ({ choice }))).map(
          ({ choice, count, share }) => html`<p class="screen-choice"><span>${choice}</span>${
            count === undefined
              ? nothing
              : html`<progress max="100" value=${share} aria-hidden="true"></progress><b>${count}</b>`}</p>`,
        )}
        <p class="soft">${[t(poll.secret ? 'poll.secret' : 'poll.named'), turnout(poll)].join(' · ')}</p>
      </section>`);
  }

  #agenda() {
    const { open } = arranged(this.page);
    return html`<ol class="screen-agenda" aria-label=${t('agenda.title')}>
      ${open.map(({ key, ...item }) => {
        const isNow = key === this.page.item;
        return html`<li class=${isNow ? 'now' : item.state === 'closed' ? 'done' : ''}
          aria-current=${isNow ? 'step' : nothing}>${titleOf(item)}</li>`;
      })}
    </ol>`;
  }
}

customElements.define('screen-view', ScreenView);
