import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { stateOf } from '../reading/sentences.js';

/** A window small enough for a row of a list; it says in words what the panes show. */
class MiniWindow extends LightElement {
  static properties = {
    line: { attribute: false },
    stages: { attribute: false },
    /** True where the order was cancelled: nothing goes on. */
    frozen: { attribute: false },
  };

  render() {
    const { panes = [] } = this.line;
    return html`<span class="mini" role="img" aria-label=${this.#inWords(panes)}>
      ${panes.map(({ stage, state }) => html`<i
        data-stage=${stage}
        data-state=${state}
        title=${this.#pane(stage, state)}
      ></i>`)}
    </span>`;
  }

  #inWords(panes) {
    const done = panes.filter(({ state }) => state === 'met' || state === 'unverified').length;
    const here = panes.find(({ stage }) => stage === this.line.stage);
    if (!here && this.#isFrozen()) {
      return t('mini.words', { done, count: panes.length, where: t('line.cancelled') });
    }
    const silent = this.line.left ? 'lead.left-unreported-plain' : 'lead.waiting-plain';
    const plain = this.line.state === 'waiting' ? silent : 'lead.unmapped-plain';
    const where = here ? this.#pane(here.stage, here.state) : t(plain);
    return t('mini.words', { done, count: panes.length, where });
  }

  #pane(stage, state) {
    const { left } = this.line;
    return t('mini.pane', {
      stage: wording(this.stages?.[stage]?.name) || stage,
      state: stateOf(state, { left, frozen: this.#isFrozen() }),
    });
  }

  #isFrozen() {
    return this.frozen || this.line.state === 'cancelled';
  }
}

customElements.define('mini-window', MiniWindow);
