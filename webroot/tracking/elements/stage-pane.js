import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { amount, apart, isMeasured } from '../reading/amounts.js';
import { sharesReady } from '../reading/forecast.js';
import { pieces, stageTime, stateOf, verdicts } from '../reading/sentences.js';

const LIGHT = {
  waiting: 'dusk',
  running: 'lit',
  held: 'lit',
  failed: 'bad',
  doubted: 'bad',
  'under-way': 'frost',
  unverified: 'frost',
  met: 'clear',
};
const RUNNING = new Set(['running', 'held', 'under-way']);

/** One pane: dark before its stage, lit while it runs, clear when it is done, frosted if unverified. */
class StagePane extends LightElement {
  static properties = {
    /** Which one it is: the page of the order, the number of the line, the code of the stage. */
    page: { attribute: false },
    line: { attribute: false },
    code: { attribute: false },
    stage: { attribute: false },
    quantity: { attribute: false },
    unit: { attribute: false },
    /** What left of its line. */
    left: { attribute: false },
    stale: { attribute: false },
    /** True where the order was cancelled: nothing goes on. */
    frozen: { attribute: false },
    /** True where its line was finished with fewer than were ordered. */
    closed: { attribute: false },
  };

  render() {
    const { stage } = this;
    const stopped = this.frozen && RUNNING.has(stage.state);
    const doubtful = this.stale && RUNNING.has(stage.state);
    return html`<div class="pane ${LIGHT[stage.state] ?? 'dusk'}" data-state=${stage.state} ?data-stale=${doubtful}>
      <h3>${wording(stage.name)}</h3>
      <p class="state">${stopped ? t('state.stopped') : stateOf(stage.state, this)}</p>
      <p class="when">${this.frozen && !stage.ended ? nothing : stageTime(stage)}</p>
      ${stage.ready && !stopped && !doubtful ? html`<p class="when">${this.#ready()}</p>` : nothing}
      ${stage.through && !this.#simplyDone() ? this.#pieces() : nothing}
      ${stage.hold && !stopped ? html`<p class="hold">${this.#hold()}</p>` : nothing}
      ${doubtful && (stage.heardAt ?? stage.began)
        ? html`<p class="stale">${t('stage.stale', { since: when(stage.heardAt ?? stage.began) })}</p>`
        : nothing}
      ${stage.shortBy
        ? html`<p class="short">${t('stage.short', { amount: amount(stage.shortBy, this.unit) })}</p>`
        : nothing}
      ${stage.inferred ? html`<p class="stale">${this.#inferred()}</p>` : nothing}
      <p class="verdict">${verdicts(stage)}</p>
      <div class="pane-more">${this.#more()}</div>
    </div>`;
  }

  #ready() {
    return sharesReady('forecast.done', this.stage.ready);
  }

  #more() {
    const { page, line, code, stage } = this;
    return contributions('stage', { order: page?.number, page, line, stage: code, state: stage.state });
  }

  /** Everything through and nothing to add: the count would only be noise. */
  #simplyDone() {
    const { state, through, rejected, scrapped } = this.stage;
    return state === 'met' && through === this.quantity && !rejected && !scrapped;
  }

  #pieces() {
    const { stage, quantity } = this;
    return html`<div class="pieces">
      ${quantity
        ? html`<progress max=${quantity} value=${stage.through} aria-label=${this.#counted()}></progress>`
        : nothing}
      ${pieces(stage, this)}
    </div>`;
  }

  #inferred() {
    const { inferred, through } = this.stage;
    const all = inferred >= through;
    if (all && through < this.quantity) {
      return apart(t('stage.inferred-these', { amount: amount(inferred, this.unit) }));
    }
    if (isMeasured(this.unit)) {
      const key = all ? 'stage.inferred-all-amount' : 'stage.inferred-amount';
      return apart(t(key, { amount: amount(inferred, this.unit) }));
    }
    return all ? t('stage.inferred-all') : t('stage.inferred', { count: inferred });
  }

  #counted() {
    return t(isMeasured(this.unit) ? 'stage.progress-amount' : 'stage.progress');
  }

  #hold() {
    const { since, reason } = this.stage.hold;
    return t(reason ? 'stage.held-because' : 'stage.held', { since: when(since), reason: wording(reason) });
  }
}

customElements.define('stage-pane', StagePane);
