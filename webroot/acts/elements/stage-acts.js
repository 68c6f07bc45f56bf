import { html, nothing, svg } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { left } from '../../base/reading/left.js';
import { t, wording } from '../../base/words.js';
import { holding, reporting, resuming } from '../doing.js';
import { isUnderWay } from '../reading/standing.js';

const GOING_ON = new Set(['running', 'failed', 'doubted', 'under-way']);
/** What a phone shows where it has no room for words. */
const SIGNS = {
  report: svg`<path d="M12 20h8M4 20l1-4L16 5l3 3L8 19z" />`,
  hold: svg`<path d="M9 6v12M15 6v12" />`,
  resume: svg`<path d="M8 5.5v13l10.5-6.5z" />`,
};

/** What somebody of the house may say of a stage: what happened there, that it stands still, that it goes on. */
class StageActs extends LightElement {
  static properties = {
    may: { attribute: false },
    page: { attribute: false },
    line: { attribute: false },
    stage: { attribute: false },
  };

  render() {
    const { may, page } = this;
    const line = page?.lines?.[this.line];
    const stage = line?.stages?.[this.stage];
    if (!stage || page.state === 'cancelled' || line.state === 'cancelled') {
      return nothing;
    }
    return html`<div class="acts acts-stage">
      ${may.report ? this.#button('report', () => this.#report(line, stage), stage) : nothing}
      ${may.hold && stage.hold && !line.closedShort
        ? this.#button('resume', () => resuming(this.#place(stage)), stage)
        : nothing}
      ${may.hold && GOING_ON.has(stage.state) && !stage.hold && isUnderWay(line.state)
        ? this.#button('hold', () => holding(this.#place(stage)), stage)
        : nothing}
    </div>`;
  }

  #button(name, act, stage) {
    const word = t(`acts.${name}`);
    return html`<button type="button" class="acts-button" data-action="act-${name}" title=${word} @click=${act}>
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${SIGNS[name]}</svg>
      <span class="pane-word">${word}</span><span class="visually-hidden">${t('acts.about', {
        what: wording(stage.name),
      })}</span>
    </button>`;
  }

  #place(stage) {
    const { page, line, stage: code } = this;
    return { order: page.number, line, stage: code, page, named: wording(stage.name) };
  }

  #report(line, stage) {
    reporting({
      place: { order: this.page.number, line: this.line, stage: this.stage },
      about: wording(stage.name),
      unit: line.unit,
      left: left(line, stage),
    });
  }
}

customElements.define('stage-acts', StageActs);
