import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { writer } from '../reading/table.js';
import { hold, remove, save } from '../table-requests.js';
import './line-writer.js';

const LOOKS = { decision: 'ok', action: 'warm' };

/** A line of the minutes, and what one can do with it; while another writes at it, who that is. */
class MinuteLine extends FormElement {
  static properties = {
    number: { type: Number },
    line: { attribute: false },
    now: { type: Number },
    before: { attribute: false },
    house: { type: Boolean },
    own: { type: Boolean },
    /** The line as it was when somebody began to write at it here. */
    writing: { attribute: false },
    /** It was removed while it is written here. */
    removed: { type: Boolean },
  };

  render() {
    const { line } = this;
    if (this.writing) {
      return html`<line-writer .number=${this.number} .line=${this.writing}
        .lines=${this.removed ? {} : { [line.key]: line }} .now=${this.now}
        @done=${() => this.done()}></line-writer>`;
    }
    const name = writer(line, this.now);
    return html`<div class="minute ${name ? 'typing' : ''}">
      <span class="chip ${LOOKS[line.kind] ?? ''}">${t(`line.${line.kind}`)}</span>
      <div class="minute-said">
        <p class="minute-text">${line.text}</p>
        ${line.action ? html`<p><strong>${t('line.owner-due', {
            name: line.action.owner, date: date(line.action.due) })}</strong></p>` : nothing}
        <p class="soft minute-by">${this.#by(name)}</p>
        ${(this.house || this.own) && !name ? this.#tools() : nothing} ${this.trouble()}
      </div>
    </div>`;
  }

  #by(name) {
    const { author, company, kind } = this.line;
    const said = kind === 'suggestion' || company ? [author, company].filter(Boolean).join(t('comma')) : '';
    return [name && t('line.writes', { name }), said].filter(Boolean).join(' · ');
  }

  #tools() {
    const { line, house } = this;
    const act = (action, text, done) => html`<button class="link" data-action=${action} ?disabled=${this.busy}
      @click=${done}>${text}</button>`;
    return html`<p class="minute-tools">
      ${act('write', t('line.write'), this.#write)}
      ${house && !line.action && line.kind !== 'decision'
        ? act('decide', t('line.decide'), () => this.#save({ kind: 'decision' }))
        : nothing}
      ${house && !line.action && line.kind === 'decision'
        ? act('remark', t('line.remark-it'), () => this.#save({ kind: 'remark' }))
        : nothing}
      ${house && !line.action ? act('make-action', t('line.make-action'), () => this.#open('deed-form')) : nothing}
      ${line.action ? act('take-back', t('line.take-back'), () => this.#open('take-back-form')) : nothing}
      ${house && this.before
        ? act('up', t('line.up'), () => this.#save({ before: this.before.key }))
        : nothing}
      ${line.action ? nothing : act('remove', t('line.remove'), this.#remove)}
    </p>`;
  }

  #save = (said) => this.attempt(() => save(this.number, this.line.key, said));

  #write = () =>
    this.attempt(async () => {
      const { line } = this;
      await hold(this.number, line.key);
      this.dispatchEvent(new CustomEvent('written', { detail: line }));
    });

  #remove = async () => {
    const sure = await confirmed({
      title: t('line.remove-title'),
      text: t('line.remove-text'),
      go: t('line.remove'),
    });
    sure && this.attempt(() => remove(this.number, this.line.key));
  };

  #open = async (name) => {
    await import(`./${name}.js`);
    const form = Object.assign(document.createElement(name), { number: this.number, line: this.line });
    await inDialog(form, t(name === 'deed-form' ? 'line.make-action' : 'line.take-back'));
  };
}

customElements.define('minute-line', MinuteLine);
