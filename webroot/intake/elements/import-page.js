import { html, nothing } from 'lit';
import { Problem } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { number, t } from '../../base/words.js';
import { asMapping, matched, missing, nameFor, recalled } from '../reading/mapping.js';
import { importFile, preview, saveMapping } from '../requests.js';
import { changedColumns } from './changed-columns.js';
import { called } from './column-slot.js';
import { fileReading } from './file-reading.js';
import { fileRows } from './file-rows.js';
import { importDoing, importOutcome } from './import-outcome.js';
import { chosenOptions, logOptions } from './log-options.js';
import { why } from './why.js';
import './column-map.js';
import './file-drop.js';
import './import-runs.js';
import './known-sources.js';

/** From a file to orders, shipments or reports: what it holds, how its columns are ours, what would become of it. */
class ImportPage extends FormElement {
  static texts = { 409: 'import.name-taken', 412: 'import.changed-meanwhile' };
  static properties = {
    kind: { attribute: false },
    file: { state: true },
    how: { state: true },
    table: { state: true },
    choices: { state: true },
    numbersLines: { state: true },
    stored: { state: true },
    summary: { state: true },
    progress: { state: true },
  };

  constructor() {
    super();
    this.how = {};
  }

  render() {
    return html`<section class="manage" aria-labelledby="import">
      <div class="lead">
        <h1 id="import">${t(`import.title-${this.kind}`)}</h1>
        <p class="soft">${t(`import.text-${this.kind}`)}</p>
      </div>
      <file-drop .name=${this.file?.name} @chosen=${({ detail }) => this.#open(detail, {})}></file-drop>
      ${this.file ? fileReading(this, (how) => this.#open(this.file, how)) : nothing}
      ${this.table ? this.#mapping() : this.#trouble()}
      <p role="status" class="said">${this.#says()}</p>
      ${this.summary ? importOutcome(this.summary) : nothing}
      ${this.summary?.dryRun ? importDoing(this.summary, this.busy, this.#import) : nothing}
      <import-runs .kind=${this.kind}></import-runs>
      <known-sources
        .kind=${this.kind}
        @renamed=${({ detail }) => this.#rename(detail)}
        @forgotten=${({ detail }) => this.#forget(detail)}
      ></known-sources>
    </section>`;
  }

  #mapping() {
    const lacking = missing(this.choices, this.table.ours);
    return html`<section class="card">${fileRows(this.table)}</section>
      <section class="card" aria-labelledby="mapping">
        <h2 id="mapping">${t('import.mapping')}</h2>
        ${this.table.remembered && this.stored
          ? html`<p class="recalled">${t('import.recalled', { name: this.stored.name })}</p>`
          : changedColumns(this.table.changed)}
        <column-map
          .table=${this.table}
          .choices=${this.choices}
          .numbersLines=${this.numbersLines}
          @mapped=${({ detail }) => this.#remap(detail)}
        ></column-map>
        ${this.kind === 'plant-log' ? logOptions() : nothing}
        ${field({
          id: 'mapping-name',
          label: t('import.source'),
          hint: t('import.source-hint'),
          value: this.stored?.name ?? this.proposed,
          maxlength: 60,
          error: this.wrong('name'),
        })}
        ${lacking.length > 0
          ? html`<p class="trouble lacking">${t('import.lacking', { columns: this.#listed(lacking) })}</p>`
          : nothing}
        ${this.#trouble()}
        <p class="buttons">
          <button class="${this.summary ? 'quiet' : 'go'}" data-action="check"
            ?disabled=${this.busy || lacking.length > 0} @click=${this.#check}>${t('import.check')}</button>
        </p>
      </section>`;
  }

  #rename({ name, to }) {
    if (this.stored?.name === name) {
      this.stored = { ...this.stored, name: to, version: 1 };
      this.querySelector('#mapping-name').value = to;
    }
  }

  #forget(name) {
    if (this.stored?.name === name) {
      this.stored = undefined;
    }
  }

  #listed = (names) => names.map(called).join(t('comma'));

  /** What is wrong with a file the server alone can say. */
  #trouble() {
    return this.problem?.status === 422 && this.problem.field !== 'name'
      ? html`<p class="trouble" role="alert">${why(this.problem.message)}</p>`
      : this.trouble('name');
  }

  #says() {
    if (this.progress) {
      const { done, of } = this.progress;
      return t('import.progress', { done: number(done), of: number(of) });
    }
    return this.busy ? t('loading') : '';
  }

  async #open(file, how) {
    Object.assign(this, { file, how, table: undefined, summary: undefined });
    await this.attempt(async () => {
      const table = await preview(this.kind, file, how);
      const { ours, columns, days, remembered } = table;
      this.choices = remembered ? recalled(ours, columns, remembered.mapping) : matched(ours, columns, days);
      this.numbersLines = remembered?.mapping.number === 'line';
      this.stored = remembered;
      this.proposed = nameFor(this.kind, file.name, await this.querySelector('known-sources').names());
      this.table = table;
    });
  }

  #remap({ choices, numbersLines }) {
    Object.assign(this, { choices, numbersLines, summary: undefined });
  }

  #check = () => this.#run({ dryRun: true });

  /** Where something else would become of it by now, that is said, and shown. */
  #import = async () => {
    const { seen } = this.summary;
    await this.#run({ seen });
    if (this.problem?.status === 412) {
      const { problem } = this;
      await this.#run({ dryRun: true });
      this.problem = problem;
    }
    await this.querySelector('import-runs').reload();
    await this.querySelector('known-sources').reload();
  };

  async #run(wanted) {
    this.summary = undefined;
    await this.attempt(async () => {
      await this.#remember();
      const more = this.kind === 'plant-log' ? chosenOptions(this) : {};
      let last = {};
      await importFile(this.kind, this.file, { ...this.how, ...more, ...wanted, columns: this.stored.name }, (line) => {
        last = line;
        this.progress = line.of === undefined ? undefined : line;
      });
      if (!last.summary) {
        throw new Problem(last.failed ? 503 : 0, { detail: last.failed });
      }
      this.summary = last.summary;
    });
    this.progress = undefined;
    await this.updateComplete;
    this.querySelector('.outcome h2')?.focus();
  }

  /** What is remembered is what was seen: if somebody else has changed it meanwhile, that is told. */
  async #remember() {
    const name = this.querySelector('#mapping-name').value.trim();
    const version = this.stored?.name === name ? this.stored.version : 0;
    this.stored = await saveMapping(name, {
      kind: this.kind,
      headers: this.table.columns,
      mapping: asMapping(this.choices, this.table.columns, this.numbersLines),
      version,
    });
  }
}

customElements.define('import-page', ImportPage);
