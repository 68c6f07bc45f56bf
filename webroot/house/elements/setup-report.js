import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { excess } from '../../base/reading/faults.js';
import { left } from '../../base/reading/left.js';
import { watch } from '../../base/start.js';
import { has, t, wording } from '../../base/words.js';
import { current, firstLine } from '../reading/panes.js';
import { report } from '../requests.js';

/** A report by hand, and beside it the panes of the order as they move; live. */
class SetupReport extends FormElement {
  static properties = { order: { attribute: false }, page: { state: true }, said: { state: true } };

  firstUpdated() {
    watch(`orders/${this.order}`, ({ page }) => (this.page = page ?? this.page));
  }

  render() {
    const line = this.page && firstLine(this.page);
    if (!line) {
      return html`<p role="status">${t('loading')}</p>`;
    }
    const { stages, quantity } = line;
    return html`<form class="form" data-form="report" novalidate @submit=${this.#send}>
        ${selection({
          name: 'stage',
          label: t('setup.report.stage'),
          options: stages.map(({ code, name }) => [code, wording(name)]),
          chosen: current(line),
        })}
        ${field({
          id: 'report-good',
          name: 'good',
          type: 'number',
          label: t('setup.report.pieces'),
          value: String(Math.min(12, quantity)),
          min: 1,
          step: 1,
          inputmode: 'numeric',
          error: this.wrong('good'),
        })}
        ${this.trouble('good')}
        <p class="buttons">
          <button class="go" data-action="report" ?disabled=${this.busy}>${t('setup.report.send')}</button>
          <span role="status">${this.said ?? ''}</span>
        </p>
      </form>
      <ol class="setup-panes" aria-label=${t('setup.report.window', { order: this.order })}>
        ${repeat(
          stages,
          ({ code }) => code,
          (stage) => html`<li data-stage=${stage.code} data-state=${stage.state}>
            <b>${wording(stage.name)}</b>
            <span>${has(`setup.state.${stage.state}`) ? t(`setup.state.${stage.state}`) : stage.state}</span>
            ${stage.through
              ? html`<span>${t('setup.report.through', { done: stage.through, all: quantity })}</span>`
              : nothing}
          </li>`,
        )}
      </ol>
      <p class="buttons">
        ${this.said
          ? html`<button type="button" class="go" data-action="next" @click=${() => this.done()}>
              ${t('continue')}
            </button>`
          : nothing}
        <a class="quiet" data-action="order" href="/orders/${encodeURIComponent(this.order)}" target="_blank"
          >${t('setup.report.open')}</a
        >
      </p>`;
  }

  #unusual({ stage, good }) {
    const line = firstLine(this.page);
    return excess('good', Number(good), left(line, line.stages.find(({ code }) => code === stage)));
  }

  async #send(event) {
    const typed = submitted(event);
    const { stage, good } = typed;
    if (!this.fine(event.target, { unusual: this.#unusual(typed) })) {
      return;
    }
    const said = {
      id: `hand-${newKey()}`,
      order: this.order,
      stage,
      kind: 'progressed',
      good: Number(good),
      source: 'manual',
      happenedAt: new Date().toISOString(),
    };
    if (await this.attempt(() => report(said))) {
      const { name } = firstLine(this.page).stages.find(({ code }) => code === stage);
      this.said = t('setup.report.said', { count: Number(good), stage: wording(name) });
      this.dispatchEvent(new CustomEvent('reported'));
    }
  }
}

customElements.define('setup-report', SetupReport);
