import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { Ticking } from '../../base/elements/ticking.js';
import { date, day } from '../../base/format.js';
import { t } from '../../base/words.js';
import { answers, isAsked, isOpen, line, lineWhen, moved, standing } from '../reading/actions.js';
import './action-change.js';
import './action-word.js';
import './it-worked.js';

const CLOCK_MILLIS = 30_000;

/** One action: where it stands, what happened, and what its reader can do with it. */
class ActionView extends FormElement {
  static properties = {
    action: { attribute: false },
    me: { attribute: false },
    isStaff: { attribute: false },
    keeps: { attribute: false },
    doing: { state: true },
  };

  constructor() {
    super();
    new Ticking(this, CLOCK_MILLIS);
  }

  render() {
    const { action } = this;
    const { text, look } = standing(action);
    return html`<article class="manage action-view" data-state=${action.state}>
      <p><a href="/actions">${t(this.isStaff ? 'actions.title' : 'said-and-done.title')}</a></p>
      <h1>${action.text}</h1>
      <p class="buttons">
        <span class="chip ${look}">${text}</span>
        ${action.state === 'reopened' ? html`<span class="chip bad">${t('actions.reopened')}</span>` : nothing}
      </p>
      <div class="card">
        <dl class="action-facts">
          ${this.#fact('owner', action.owner.name)} ${this.#fact('due', date(action.due))}
          ${this.#fact('answers', answers(action))} ${this.#fact('raised-by', this.#companies())}
          ${this.#fact(action.state === 'withdrawn' ? 'why' : 'what', action.closing?.text)}
        </dl>
        ${action.moved ? html`<p class="soft">${moved(action)}</p>` : nothing}
        ${this.isStaff ? this.#deeds() : this.#question()}
      </div>
      ${action.history ? this.#history() : nothing}
    </article>`;
  }

  #fact(name, text) {
    return text ? html`<div><dt>${t(`action.${name}`)}</dt><dd>${text}</dd></div>` : nothing;
  }

  #companies() {
    return (this.action.raisedBy ?? [])
      .map(({ company, worked }) => (worked ? t('action.company-worked', { company }) : company))
      .join(t('comma'));
  }

  #question() {
    const { action } = this;
    if (action.worked) {
      return html`<p class="said">${t('said-and-done.you-said', { day: day(action.worked.at) })}</p>`;
    }
    return isAsked(action) ? html`<it-worked .action=${action}></it-worked>` : nothing;
  }

  #deeds() {
    const { action, doing } = this;
    if (!this.keeps && action.owner.email !== this.me.email) {
      return nothing;
    }
    const done = () => (this.doing = undefined);
    if (doing === 'change') {
      return html`<action-change .action=${action} @done=${done}></action-change>`;
    }
    if (doing) {
      return html`<action-word .action=${action} .outcome=${doing} @done=${done}></action-word>`;
    }
    const deeds = isOpen(action)
      ? ['done', 'change', 'withdrawn']
      : action.state === 'withdrawn'
        ? []
        : [...(action.state === 'done' ? ['worked'] : []), 'reopened'];
    return html`<p class="buttons">
      ${deeds.map((deed, at) => html`<button
        class=${at === 0 ? 'go' : 'quiet'}
        data-action=${deed}
        @click=${() => (this.doing = deed)}
      >${t(`action.do-${deed}`)}</button>`)}
    </p>`;
  }

  #history() {
    return html`<section class="card" aria-labelledby="action-history">
      <h2 id="action-history">${t('action.history')}</h2>
      <ol class="action-history">
        ${this.action.history.map((one) => html`<li data-kind=${one.kind}>
          <span>${line(one)}</span> <span class="soft">${lineWhen(one)}</span>
        </li>`)}
      </ol>
    </section>`;
  }
}

customElements.define('action-view', ActionView);
