import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { mendable, mended } from '../reading/mending.js';

const WRONG = { value: 'station.wrong-value', reason: 'station.wrong-reason' };
const LONGEST_REASON = 500;

/** Mends what may have been wrong in a report that was refused; is `done` with what was changed. */
class ReportMender extends FormElement {
  static properties = { ...FormElement.properties, record: { attribute: false } };

  render() {
    return html`<form class="queue-edit" novalidate @submit=${this.#submit}>
      ${mendable(this.record).map((name) => this.#field(name))}
      <button class="tap good" data-action="save">${t('station.queue.save')}</button>
    </form>`;
  }

  #field(name) {
    const isText = name === 'reason';
    return field({
      id: `mend-${name}`,
      name,
      label: t(`station.field.${name}`),
      value: String(this.record.report[name]),
      inputmode: isText ? undefined : 'decimal',
      maxlength: isText ? LONGEST_REASON : undefined,
      error: this.wrong(name),
    });
  }

  #submit = (event) => {
    const typed = Object.entries(submitted(event));
    const changes = Object.fromEntries(typed.map(([name, text]) => [name, mended(name, text, this.record.about)]));
    const wrong = Object.keys(changes)
      .filter((name) => changes[name] === undefined)
      .map((name) => ({ field: name, said: t(WRONG[name] ?? 'station.wrong-amount') }));
    this.fine(event.target, { wrong }) && this.done(changes);
  };
}

customElements.define('report-mender', ReportMender);
