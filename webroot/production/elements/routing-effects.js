import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { has, number, t, wording } from '../../base/words.js';

const SHOWN = 10;

/** What a change would do to orders in flight; `done` with `keep` or `move`, or with nothing. */
class RoutingEffects extends LightElement {
  static properties = {
    effects: { attribute: false },
    /** The stages as they would be, for their names. */
    stages: { attribute: false },
    choice: { state: true },
    all: { state: true },
  };

  constructor() {
    super();
    this.choice = 'keep';
  }

  render() {
    const { orders, refusals } = this.effects;
    const refused = refusals.some(({ withMove }) => !withMove || this.choice === 'move');
    return html`<form class="form routing-effects" @submit=${this.#save}>
      <h2>${t('routings.effects-title')}</h2>
      <p>${t('routings.effects-open', { count: orders.open })}
        ${orders.following > 0 ? t('routings.effects-following', { count: orders.following }) : nothing}</p>
      ${orders.keeping > 0 ? this.#choices() : nothing} ${this.#refusals()}
      ${this.choice === 'move' ? this.#changes() : nothing}
      <p class="buttons">
        <button class="go" data-action="confirm" ?disabled=${refused}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.#answer()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #choices() {
    const { keeping, onOlder } = this.effects.orders;
    const older = onOlder > 0 ? t('space') + t('routings.on-older', { count: onOlder }) : '';
    const about = {
      keep: t('routings.keep-text', { count: keeping }),
      move: t('routings.move-text', { count: keeping }) + older,
    };
    return html`<fieldset class="ticks">
      <legend>${t('routings.begun', { count: keeping })}</legend>
      ${Object.entries(about).map(
        ([value, text]) => html`<label>
          <input
            type="radio"
            name="orders"
            value=${value}
            .checked=${this.choice === value}
            @change=${() => (this.choice = value)}
          />
          <span>${t(`routings.${value}`)}<small class="soft">${text}</small></span>
        </label>`,
      )}
    </fieldset>`;
  }

  #refusals() {
    return this.effects.refusals
      .filter(({ withMove }) => !withMove || this.choice === 'move')
      .map(
        ({ stage, orders }) => html`<p class="trouble-box" role="alert">
          ${t('routings.stage-demanded', { stage: this.#nameOf(stage), orders: orders.join(t('comma')) })}
        </p>`,
      );
  }

  #changes() {
    const { changes, looked } = this.effects;
    if (changes.length === 0) {
      return html`<p role="status">${t('routings.no-picture', { count: looked })}</p>`;
    }
    const shown = this.all ? changes : changes.slice(0, SHOWN);
    return html`<section aria-labelledby="pictures">
      <h3 id="pictures">${t('routings.pictures', { count: changes.length })}</h3>
      <ul class="effects">
        ${shown.map((one) => html`<li data-order=${one.order}>
          <a href="/orders/${encodeURIComponent(one.order)}" target="_blank">${one.order}</a>
          ${one.line > 1 ? t('routings.line', { number: one.line }) : nothing}
          <ul>${this.#sentences(one).map((sentence) => html`<li>${sentence}</li>`)}</ul>
        </li>`)}
      </ul>
      ${shown.length < changes.length
        ? html`<p><button type="button" class="quiet" data-action="all" @click=${() => (this.all = true)}>
            ${t('more')}
          </button></p>`
        : nothing}
    </section>`;
  }

  #sentences({ gone = [], added = [], stage, stages = [], hidden = [] }) {
    const named = (codes) => codes.map(this.#nameOf).join(t('comma'));
    return [
      gone.length > 0 && t('routings.effect-gone', { stages: named(gone) }),
      added.length > 0 && t('routings.effect-added', { stages: named(added) }),
      stage && t('routings.effect-now', { before: this.#place(stage.before), after: this.#place(stage.after) }),
      ...stages.map((one) => this.#counted(one)),
      hidden.length > 0 && t('routings.effect-hidden', { names: hidden.join(t('comma')) }),
    ].filter(Boolean);
  }

  #counted({ stage, state, through }) {
    const name = this.#nameOf(stage);
    const parts = [
      through && t('routings.effect-through', { before: number(through.before), after: number(through.after) }),
      state && t('routings.effect-state', { before: this.#state(state.before), after: this.#state(state.after) }),
    ];
    return name + t('routings.colon') + parts.filter(Boolean).join(t('routings.and'));
  }

  #place = (code) => (code ? this.#nameOf(code) : t('routings.nowhere'));
  #state = (state) => (has(`state.${state}`) ? t(`state.${state}`) : state);
  #nameOf = (code) => wording(this.stages.find((stage) => stage.code === code)?.name ?? code);

  #save = (event) => {
    event.preventDefault();
    this.#answer(this.choice);
  };

  #answer(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('routing-effects', RoutingEffects);
