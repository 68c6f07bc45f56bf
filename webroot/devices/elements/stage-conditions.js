import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { isChecked, machineSaid, measuredFirst, newest, quantityOf } from '../reading/conditions.js';
import { seenOf } from '../seen.js';
import './conditions-view.js';
import './limit-chart.js';

const FEW = 2;

/** In a stage's pane: what it was like there, in a small chart each, and a machine that is silent. */
class StageConditions extends LightElement {
  static properties = {
    order: { attribute: false },
    line: { attribute: false },
    stage: { attribute: false },
    state: { attribute: false },
    known: { state: true },
  };

  async willUpdate(changed) {
    if (changed.has('order') && this.order) {
      const { stages } = await seenOf(this.order);
      const line = this.line?.number ?? this.line;
      this.known = stages.find((one) => one.line === line && one.stage === this.stage);
    }
  }

  render() {
    if (!this.known) {
      return nothing;
    }
    const { machines = [] } = this.known;
    const series = measuredFirst(this.known.series ?? []);
    const odd = machines.filter(({ state }) => state !== 'live');
    return html`<div class="stage-conditions" data-stage=${this.stage}>
      ${odd.map((one) => html`<p class="stage-machine">${one.name}${t('colon')}${machineSaid(one)}</p>`)}
      ${series.slice(0, FEW).map((one) => this.#small(one))}
      <button type="button" class="seen-button" data-action="conditions" @click=${this.#open}>
        ${t('conditions.title')}
      </button>
    </div>`;
  }

  #small(one) {
    const name = quantityOf(one);
    return html`<figure class="small-condition">
      <figcaption>${name}${t('colon')}<strong>${newest(one)}</strong></figcaption>
      ${isChecked(one) || one.points.length < 2
        ? nothing
        : html`<limit-chart label=${name} .points=${one.points} height="80"></limit-chart>`}
    </figure>`;
  }

  #open = () =>
    inDialog(
      Object.assign(document.createElement('conditions-view'), {
        order: this.order,
        line: this.line?.number ?? this.line,
        stage: this.stage,
      }),
      t('conditions.title'),
    );
}

customElements.define('stage-conditions', StageConditions);
