import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date, day } from '../../base/format.js';
import { t, wording } from '../../base/words.js';
import { titleOf } from '../reading/meeting.js';
import { editItem, voteFor } from '../requests.js';
import './agenda-chart.js';

/** What is talked about: why, how it is ranked, what it is made of, and what can be done with it. */
class AgendaItem extends FormElement {
  static properties = {
    meeting: { type: Number },
    item: { attribute: false },
    others: { attribute: false },
    at: { type: Number },
    keeps: { type: Boolean },
    votes: { type: Boolean },
    house: { type: Boolean },
  };

  render() {
    const { item } = this;
    return html`<div class="agenda-line">
        <strong>${titleOf(item)}</strong>
        <span class="soft agenda-minutes">${t('item.minutes', { count: item.minutes })}</span>
      </div>
      ${this.#chips(item)} ${this.#why(item)}
      ${item.facts?.chart ? html`<agenda-chart .chart=${item.facts.chart}></agenda-chart>` : nothing}
      ${this.#sources(item)}
      ${this.keeps ? this.#tools(item) : nothing} ${this.votes ? this.#vote(item) : nothing}
      ${this.trouble()}`;
  }

  #chips({ own, carried, opened, state, dropped }) {
    const chips = [
      own && html`<span class="chip">${t('item.own')}</span>`,
      carried && html`<span class="chip warm">${t('item.carried')}</span>`,
      state === 'merged' && html`<span class="chip">${t('item.merged')}</span>`,
      state === 'dropped' && html`<span class="chip bad">${t('item.dropped')}</span>`,
      state === 'carried' && html`<span class="chip">${t('item.went-on')}</span>`,
      state === 'closed' && html`<span class="chip ok">${t('item.closed')}</span>`,
      this.keeps && !opened && state === 'open' && html`<span class="chip">${t('item.not-opened')}</span>`,
    ].filter(Boolean);
    return html`${chips.length > 0 ? html`<p class="agenda-chips">${chips}</p>` : nothing}
      ${dropped ? html`<p class="agenda-why">${t('item.dropped-because', { reason: dropped })}</p>` : nothing}`;
  }

  /** The sum by which it stands where it stands. */
  #why({ figures, votes }) {
    const said = [
      figures &&
        t('item.sum', {
          companies: t('item.companies', { count: figures.companies }),
          severity: t(`severity.${figures.severity}`),
          times: t('item.times', { count: figures.times }),
          sum: `${figures.companies} × ${figures.severity} × ${figures.times} = ${figures.score}`,
        }),
      votes > 0 && t('item.votes', { count: votes }),
    ].filter(Boolean);
    return said.length > 0 ? html`<p class="agenda-why">${said.join(' · ')}</p>` : nothing;
  }

  #sources({ sources = [] }) {
    return sources.length === 0
      ? nothing
      : html`<details class="agenda-sources">
          <summary>${t(this.house ? 'item.sources' : 'item.your-sources', { count: sources.length })}</summary>
          <ul>${sources.map((source) => html`<li>${this.#source(source)}</li>`)}</ul>
        </details>`;
  }

  #source({ kind, key, facts, open, at, company }) {
    const text = {
      voice: () => html`<a href="/messages/${key}">“${facts.text}”</a>`,
      requirement: () => t('source.requirement', { name: wording(facts.requirement), count: facts.failed }),
      promise: () =>
        facts.date
          ? t('source.promise', { before: date(facts.before), date: date(facts.date) })
          : t('source.withdrawn', { before: date(facts.before) }),
      action: () => facts.text,
      proposal: () => t('source.proposal', { name: facts.by }),
      nonconformance: () => this.#wentWrong(key.split('/')[0]),
    }[kind]();
    const order = kind !== 'proposal' && facts.order;
    return html`${company ? html`<b>${company}</b>${t('colon')}` : nothing}${text}
      <span class="soft">${
        order ? html`<a href="/orders/${encodeURIComponent(order)}">${order}</a> · ` : nothing
      }${day(at)}${
        kind !== 'proposal' && !open ? html` · ${t('source.solved')}` : nothing
      }</span>`;
  }

  #wentWrong(number) {
    return this.house
      ? html`<a href="/nonconformances/${number}">${t('source.nonconformance', { number })}</a>`
      : t('source.your-nonconformance');
  }

  #vote({ key, voted, opened, state }) {
    return opened && state === 'open'
      ? html`<p class="agenda-tools">${voted
          ? html`<span class="chip ok">${t('item.voted')}</span>`
          : html`<button class="quiet" data-action="vote" ?disabled=${this.busy}
              @click=${() => this.attempt(() => voteFor(this.meeting, key))}>${t('item.vote')}</button>`}</p>`
      : nothing;
  }

  #tools({ key, state, opened }) {
    const act = (said) => () => this.attempt(() => editItem(this.meeting, key, said));
    if (state !== 'open') {
      return ['dropped', 'closed'].includes(state)
        ? html`<p class="agenda-tools"><button class="quiet" data-action="again" @click=${act({ state: 'open' })}>${
            t('item.again')}</button></p>`
        : nothing;
    }
    return html`<p class="agenda-tools">
      <button class="quiet" data-action="up" ?disabled=${this.busy || this.at === 0} aria-label=${t('item.up')}
        @click=${act({ position: this.at - 1 })}>↑</button>
      <button class="quiet" data-action="down" ?disabled=${this.busy || this.at === this.others.length - 1}
        aria-label=${t('item.down')} @click=${act({ position: this.at + 1 })}>↓</button>
      ${opened
        ? nothing
        : html`<button class="quiet" data-action="open" ?disabled=${this.busy} @click=${act({ opened: true })}>${
            t('item.open')}</button>`}
      <button class="quiet" data-action="edit" @click=${this.#edit}>${t('item.edit')}</button>
    </p>`;
  }

  #edit = async () => {
    await import('./item-edit-form.js');
    const form = document.createElement('item-edit-form');
    Object.assign(form, { meeting: this.meeting, item: this.item, others: this.others });
    await inDialog(form, titleOf(this.item));
  };
}

customElements.define('agenda-item', AgendaItem);
