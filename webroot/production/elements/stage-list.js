import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { offerUndo } from '../../base/elements/undo-bar.js';
import { t, wording } from '../../base/words.js';
import { dragged } from '../dragging.js';
import { codeOf, emptyStage, moved } from '../reading/routing.js';
import './stage-form.js';

/** The stages in their order, which is changed by dragging, by buttons, or by Alt with an arrow key. */
class StageList extends LightElement {
  static properties = {
    stages: { attribute: false },
    reported: { attribute: false },
    times: { attribute: false },
    calendars: { attribute: false },
    problem: { attribute: false },
    change: { attribute: false },
    drop: { state: true },
    told: { state: true },
  };

  render() {
    return html`<section class="stage-list" aria-labelledby="stages">
      <h2 id="stages">${t('routings.stages')}</h2>
      <p class="soft">${t('routings.stages-hint')}</p>
      <p class="visually-hidden" role="status">${this.told ?? ''}</p>
      <ol class="stages">
        ${repeat(this.stages, ({ key }) => key, (stage, at) => this.#stage(stage, at))}
      </ol>
      <p class="buttons">
        <button type="button" class="quiet" data-action="add-stage" @click=${this.#add}>
          ${t('routings.add-stage')}
        </button>
      </p>
    </section>`;
  }

  #stage(stage, at) {
    const name = this.#nameOf(stage, at);
    const last = this.stages.length - 1;
    const wrong = this.problem?.field?.startsWith(`stages[${at}]`);
    return html`<li
      class="card stage"
      data-stage=${stage.code || codeOf(stage.name.en ?? '')}
      data-key=${stage.key}
      data-drop=${this.drop?.to === at && this.drop.from !== at ? (this.drop.from < at ? 'after' : 'before') : nothing}
      ?data-dragged=${this.drop?.from === at}
      ?data-wrong=${wrong}
      @keydown=${(event) => this.#key(event, at)}
    >
      <span class="grip" aria-hidden="true" title=${t('routings.drag')} @pointerdown=${(event) => this.#drag(event, at)}
        >⠿</span
      >
      <details ?open=${stage.isNew && !stage.code && stage.operations.length === 0}>
        <summary>
          <b>${at + 1}. ${name}</b>
          <span class="soft">${this.#about(stage)}</span>
        </summary>
        <stage-form
          .stage=${stage}
          .at=${at}
          .reported=${this.reported}
          .time=${this.times.find((time) => time.stage === stage.code)}
          .calendars=${this.calendars}
          .problem=${this.problem}
          .change=${(some) => this.#put(at, some)}
        ></stage-form>
      </details>
      <span class="tools">
        ${this.#tool('up', '↑', at, name, at === 0)} ${this.#tool('down', '↓', at, name, at === last)}
        <button
          type="button"
          class="quiet tool"
          data-action="remove-stage"
          aria-label=${t('routings.remove-stage', { name })}
          title=${t('routings.remove-stage', { name })}
          ?disabled=${last === 0}
          @click=${() => this.#remove(at, name)}
        >×</button>
      </span>
    </li>`;
  }

  #tool(way, sign, at, name, disabled) {
    const label = t(`routings.move-${way}`, { name });
    return html`<button
      type="button"
      class="quiet tool"
      data-action=${way}
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => this.#move(at, at + (way === 'up' ? -1 : 1), way)}
    >${sign}</button>`;
  }

  #about({ operations, usualHours }) {
    const count = operations.filter(({ pattern }) => pattern.trim()).length;
    const hours = usualHours ? t('comma') + t('routings.takes', { hours: usualHours }) : '';
    return t('routings.operations-count', { count }) + hours;
  }

  #nameOf = ({ name, code }, at) =>
    wording(Object.fromEntries(Object.entries(name).filter(([, text]) => text.trim()))) ||
    code ||
    t('routings.stage-number', { number: at + 1 });

  #put = (at, some) => this.change(this.stages.map((stage, place) => (place === at ? { ...stage, ...some } : stage)));

  #add = () => this.change([...this.stages, emptyStage()]);

  #remove(at, name) {
    const before = this.stages;
    this.change(before.filter((_, place) => place !== at));
    offerUndo(t('routings.stage-removed', { name }), () => this.change(before));
  }

  #key(event, at) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && step) {
      event.preventDefault();
      this.#move(at, at + step);
    }
  }

  #drag = (event, from) =>
    dragged(event, [...this.querySelectorAll('.stage')], {
      over: (to) => (this.drop = { from, to }),
      dropped: (to) => {
        this.drop = undefined;
        to === undefined || this.#move(from, to);
      },
    });

  /** What had the focus keeps it, wherever its stage goes. */
  async #move(from, to, way) {
    if (to < 0 || to >= this.stages.length || to === from) {
      return;
    }
    const { key } = this.stages[from];
    const name = this.#nameOf(this.stages[from], from);
    const held = document.activeElement;
    this.change(moved(this.stages, from, to));
    this.told = t('routings.moved', { name, to: to + 1, of: this.stages.length });
    await this.updateComplete;
    await new Promise(requestAnimationFrame); // The page around draws first, then this.
    const own = this.querySelector(`[data-key="${key}"]`);
    const button = way && own.querySelector(`[data-action=${way}]`);
    const kept = button?.disabled ? own.querySelector('.tool:enabled') : button;
    (kept ?? (own.contains(held) ? held : undefined))?.focus();
  }
}

customElements.define('stage-list', StageList);
