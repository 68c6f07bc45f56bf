import { html, nothing } from 'lit';
import { CalmElement } from '../../base/elements/calm-element.js';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { date, when as moment } from '../../base/format.js';
import { refusal } from '../../base/reading/refusals.js';
import { language, t } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { amendments, chapters, sentence } from '../reading/minutes.js';
import { pollsOf } from '../reading/table.js';
import { when } from '../reading/when.js';
import { document as documentOf, finish } from '../minutes-requests.js';
import './poll-card.js';
import './wanted-changes.js';

/** The minutes of a meeting that is over: to read, to amend, to print. */
class MinutesView extends CalmElement {
  static properties = { page: { attribute: false }, trouble: { state: true } };

  render() {
    const { page } = this;
    return html`<article class="recorded" aria-labelledby="recorded">
      <header class="lead">
        <p class="eyebrow"><a href="/meetings/${page.number}">${t('meeting.number', { number: page.number })}</a></p>
        <div class="head">
          <h1 id="recorded">${t('recorded.title', { title: page.title })}</h1>
          ${this.#tools(page)}
        </div>
        <p>${when(page)}${page.room ? html` · ${page.room}` : nothing}</p>
        ${this.#present(page)}
        <p class="soft">${this.#stands(page)}</p>
        <p class="trouble" role="alert">${this.trouble ?? ''}</p>
      </header>
      ${chapters(page).map((chapter, at) => this.#chapter(chapter, at))}
      ${this.#polls(page)}
      ${amendments(page).length > 0 || page.state === 'prepared'
        ? html`<wanted-changes .page=${page}></wanted-changes>`
        : nothing}
    </article>`;
  }

  #tools({ number, can, state }) {
    return html`<p class="buttons">
      <button class="quiet" data-action="print" @click=${() => print()}>${t('recorded.print')}</button>
      <a class="quiet" data-action="pdf" href=${documentOf(number, language())}>${t('recorded.pdf')}</a>
      ${can.includes('keep') && state === 'prepared'
        ? html`<button class="go" data-action="finish" @click=${this.#finish}>${t('recorded.finish')}</button>`
        : nothing}
    </p>`;
  }

  #present({ here, came = [] }) {
    const named = ({ name, company }) => (company ? t('recorded.of', { name, company }) : name);
    const names = came.map(named).join(t('comma'));
    return html`${here ? html`<p>${t('recorded.came', here)}</p>` : nothing}
      ${names ? html`<p class="soft">${names}</p>` : nothing}`;
  }

  #stands({ state, finalAt, amendDay }) {
    return state === 'final'
      ? t('recorded.final-since', { at: moment(finalAt) })
      : t('recorded.amendable', { day: date(amendDay) });
  }

  /** What was voted on, and with which result. */
  #polls(page) {
    const polls = pollsOf(page);
    const about = ({ item }) => (page.items?.[item] ? titleOf(page.items[item]) : '');
    return polls.length === 0
      ? nothing
      : html`<section class="chapter" aria-labelledby="polls">
          <h2 id="polls">${t('poll.title')}</h2>
          ${polls.map((poll) => html`<poll-card .poll=${poll} .about=${about(poll)}></poll-card>`)}
        </section>`;
  }

  #chapter({ key, title, came, lines }, at) {
    return html`<section class="chapter" aria-label=${title} data-item=${key}>
      <h2><span class="soft">${at + 1}</span> ${title}</h2>
      ${came ? html`<p class="came">${came}</p>` : nothing}
      <ul class="recorded-lines">${lines.map((line) => this.#line(line))}</ul>
    </section>`;
  }

  #line(line) {
    const { page } = this;
    return html`<li data-line=${line.key} data-kind=${line.kind}>
      <span class="line-number">${line.number ?? ''}</span>
      <div>
        <p>${sentence(page, line)}</p>
        ${line.corrections.map(
          ({ number, text }) => html`<p class="soft">${t('recorded.corrects', { number, text })}</p>`,
        )}
      </div>
      ${page.can.includes('attend') ? this.#change(line) : nothing}
    </li>`;
  }

  #change(line) {
    const { state, can } = this.page;
    const about = state === 'prepared' ? 'amend' : can.includes('keep') ? 'correct' : undefined;
    return about
      ? html`<button class="quiet" data-action=${about} aria-label=${t(`${about}-line.label`, { text: line.text })}
          @click=${() => this.#write(about, line)}>${t(`${about}-line.go`)}</button>`
      : nothing;
  }

  async #write(about, line) {
    await import('./line-form.js');
    const form = Object.assign(document.createElement('line-form'), { about, line, number: this.page.number });
    await inDialog(form, t(`${about}-line.title`));
  }

  #finish = async () => {
    const open = amendments(this.page).filter(({ state }) => state === 'open').length;
    if (open > 0) {
      this.trouble = t('recorded.decide-first', { count: open });
      return;
    }
    this.trouble = undefined;
    const sure = await confirmed({
      title: t('recorded.finish-title'),
      text: t('recorded.finish-text', { day: date(this.page.amendDay) }),
      go: t('recorded.finish'),
    });
    sure && finish(this.page.number).catch((problem) => (this.trouble = refusal(problem)));
  };
}

customElements.define('minutes-view', MinutesView);
