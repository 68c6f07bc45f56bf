import { html, nothing } from 'lit';
import { Problem } from '../../base/ask.js';
import { confirmed } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { Listing } from '../../base/elements/listing.js';
import { time, when } from '../../base/format.js';
import { number, t } from '../../base/words.js';
import { inBrief, leftBecause } from '../reading/outcomes.js';
import { refusedRows, runs, takeBack } from '../requests.js';
import './touched-orders.js';

/** What was imported in the last thirty days, by whom and what it did; the last hour of it can be taken back. */
class ImportRuns extends FormElement {
  static properties = { kind: { attribute: false }, answer: { state: true }, progress: { state: true } };

  #list = new Listing(this, 'imports', (after) => runs({ kind: this.kind, after }));

  reload = () => this.#list.reload();

  render() {
    return html`<section class="card runs" aria-labelledby="runs">
      <h2 id="runs">${t('import.runs')}</h2>
      <p class="soft">${t('import.runs-text')}</p>
      <p role="status" class="said">${this.#says()}</p>
      ${this.trouble()}
      ${this.answer?.left.length > 0 ? this.#left(this.answer.left) : nothing}
      ${this.#list.show(
        (items) => html`<ul class="rows">
          ${items.map((one) => html`<li data-run=${one.id}>${this.#run(one)}</li>`)}
        </ul>`,
        t('import.no-runs'),
      )}
    </section>`;
  }

  #says() {
    if (this.progress) {
      return t('import.progress', { done: number(this.progress.done), of: number(this.progress.of) });
    }
    return this.answer ? t('import.taken-back', { count: this.answer.takenBack }) : '';
  }

  #left(left) {
    return html`<p>${t('import.left', { count: left.length })}</p>
      <ul class="left">
        ${left.slice(0, 100).map(({ order, because }) => html`<li><b>${order}</b> ${leftBecause(because)}</li>`)}
      </ul>`;
  }

  #run(run) {
    const { id, file, by, times, orders, takenBackUntil } = run;
    const who = by.kind === 'system' ? t('import.by-command') : by.name;
    return html`<p><b>${file.name}</b> <span class="soft">${when(times.began)} · ${who}</span></p>
      <p>${inBrief(run)}</p>
      <p class="soft">${[file.source && t('import.by-source', { name: file.source }), this.#state(run)]
        .filter(Boolean)
        .join(' · ')}</p>
      ${orders.touched > 0 ? html`<touched-orders .run=${id} .count=${orders.touched}></touched-orders>` : nothing}
      <p class="buttons">
        ${takenBackUntil
          ? html`<button class="quiet danger" data-action="take-back" ?disabled=${this.busy}
              @click=${() => this.#takeBack(run)}>${t('import.take-back')}</button>
              <span class="soft">${t('import.until', { time: time(takenBackUntil) })}</span>`
          : nothing}
        ${orders.refused ? html`<a href=${refusedRows(id)} download>${t('import.download-refused')}</a>` : nothing}
      </p>`;
  }

  #state({ running, times, orders: { touched, takenBack } }) {
    if (takenBack > 0) {
      return takenBack === touched
        ? t('import.all-back')
        : t('import.some-back', { count: takenBack, of: touched });
    }
    if (running) {
      return t('import.running');
    }
    return times.ended ? '' : t('import.broke-off');
  }

  async #takeBack({ id, kind, file, orders }) {
    const question = {
      title: t('import.take-back-title', { file: file.name }),
      text: t(`import.take-back-${kind}`, { count: orders.touched - orders.takenBack }),
      go: t('import.take-back'),
    };
    if (await confirmed(question)) {
      this.answer = undefined;
      await this.attempt(() => this.#hear((heard) => takeBack(id, heard)));
      this.progress = undefined;
      await this.reload();
    }
  }

  async #hear(work) {
    let last = {};
    await work((line) => {
      last = line;
      this.progress = line.of === undefined ? undefined : line;
    });
    if (!last.summary) {
      throw new Problem(last.failed ? 503 : 0, { detail: last.failed });
    }
    this.answer = last.summary;
  }
}

customElements.define('import-runs', ImportRuns);
