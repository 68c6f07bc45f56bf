import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { inDialog } from '../../base/elements/dialogs.js';
import { CalmElement } from '../../base/elements/calm-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { t } from '../../base/words.js';
import { arranged, titleOf } from '../reading/meeting.js';
import { pollsOf, presence, standing, standingSentence } from '../reading/table.js';
import './last-time.js';
import './minutes-card.js';
import './poll-card.js';
import './suggest-form.js';
import './table-agenda.js';
import './table-lead.js';

const CLOCK_MILLIS = 5_000;

/** A meeting while it is held: where we are, the minutes as they are taken, votes, and what one can say. */
class MeetingTable extends CalmElement {
  static properties = { page: { attribute: false }, me: { attribute: false }, isHouse: { type: Boolean } };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { page } = this;
    const now = Date.now();
    const is = standing(page, now);
    const keeps = page.can.includes('keep');
    return html`<article class="meeting table" aria-labelledby="meeting">
      <header class="lead">
        <p class="eyebrow">${t(`meeting.kind-${page.kind}`)} · ${t('meeting.number', { number: page.number })}</p>
        <h1 id="meeting">${page.title}</h1>
        <p class="say" role="status">${standingSentence(page, now)}</p>
        <p class="soft table-presence">${presence(page.here)}${page.video
          ? html` · <a href=${page.video} rel="noreferrer">${t('meeting.video')}</a>`
          : nothing}</p>
        ${keeps ? html`<table-lead .page=${page} .is=${is}></table-lead>` : nothing}
      </header>
      ${page.last ? html`<last-time .last=${page.last}></last-time>` : nothing}
      <div class="table-columns">
        <div class="table-main">
          <table-agenda .page=${page} ?keeps=${keeps} ?house=${this.isHouse}></table-agenda>
          <minutes-card .page=${page} .item=${is?.item} .now=${now} .me=${this.me} ?house=${this.isHouse}>
          </minutes-card>
        </div>
        <div class="table-side">
          ${this.#polls(keeps)}
          ${this.isHouse || !page.can.includes('attend')
            ? nothing
            : html`<suggest-form .number=${page.number} .item=${is?.item} .name=${this.me.name}></suggest-form>`}
        </div>
      </div>
    </article>`;
  }

  #polls(keeps) {
    const polls = pollsOf(this.page);
    if (polls.length === 0 && !keeps) {
      return nothing;
    }
    return html`<section class="table-polls" aria-labelledby="polls">
      <div class="head">
        <h2 id="polls">${t('poll.title')}</h2>
        ${keeps ? html`<button class="quiet" data-action="ask" @click=${this.#ask}>${t('poll.ask')}</button>` : nothing}
      </div>
      ${repeat(polls, ({ key }) => key, (poll) => html`<poll-card
        .number=${this.page.number} .poll=${poll} .about=${this.#about(poll)} ?keeps=${keeps}
        ?votes=${!this.isHouse && this.page.can.includes('attend')}></poll-card>`)}
    </section>`;
  }

  #about({ item }) {
    const found = item && this.page.items[item];
    return found ? titleOf(found) : '';
  }

  #ask = async () => {
    await import('./ask-form.js');
    const { open } = arranged(this.page);
    const form = document.createElement('ask-form');
    Object.assign(form, { number: this.page.number, items: open, item: this.page.item });
    await inDialog(form, t('poll.ask'));
  };
}

customElements.define('meeting-table', MeetingTable);
