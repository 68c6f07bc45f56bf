import { html } from 'lit';
import { savedOver } from '../../base/elements/difference.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { changeStation, makeStation } from '../requests.js';

/** Makes a station, or changes one; `done` with it. */
class StationForm extends FormElement {
  static properties = { station: { attribute: false } };
  static texts = { 409: 'station-form.taken' };

  render() {
    const { name = '', place = '', operations = [], stages = [] } = this.station ?? {};
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(this.station ? 'stations.change-title' : 'stations.add')}</h2>
      ${field({
        id: 'station-name',
        name: 'name',
        label: t('station-form.name'),
        hint: t('station-form.name-hint'),
        value: name,
        maxlength: 60,
        error: this.wrong('name'),
      })}
      ${field({
        id: 'station-place',
        name: 'place',
        label: t('station-form.place'),
        value: place,
        maxlength: 100,
        required: false,
        error: this.wrong('place'),
      })}
      ${this.#lines('operations', operations)} ${this.#lines('stages', stages.map(written))}
      ${this.trouble('name', 'place', 'operations', 'stages')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #lines(name, values) {
    const error = this.wrong(name);
    return html`<div class="entry">
      <label for="station-${name}">${t(`station-form.${name}`)}</label>
      <textarea
        id="station-${name}"
        name=${name}
        rows="3"
        spellcheck="false"
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby="station-${name}-hint station-${name}-error"
        .defaultValue=${values.join('\n')}
      ></textarea>
      <p class="soft" id="station-${name}-hint">${t(`station-form.${name}-hint`)}</p>
      <p class="trouble" id="station-${name}-error" role="alert">${error ?? ''}</p>
    </div>`;
  }

  #save = (event) => {
    const { name, place, operations, stages } = submitted(event);
    if (this.fine(event.target)) {
      const station = { name, place, operations: lines(operations), stages: lines(stages).map(read) };
      this.attempt(async () => {
        const saved = await (this.station ? this.#change(station) : makeStation(station));
        saved && this.done(saved);
      });
    }
  };

  #change(mine) {
    const fields = [
      { name: 'name', label: t('station-form.name') },
      { name: 'place', label: t('station-form.place') },
      { name: 'operations', label: t('station-form.operations'), show: (names) => names?.join(', ') },
      { name: 'stages', label: t('station-form.stages'), show: (stages) => stages?.map(written).join(', ') },
    ];
    const save = (said, startedFrom) => changeStation(this.station.id, said, startedFrom);
    return savedOver({ save, started: this.station, mine, fields });
  }
}

const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** A stage as one writes it: `packing`, or `split-ac/packing` for that of one routing. */
const written = ({ routing, stage }) => (routing ? `${routing}/${stage}` : stage);

const read = (line) => {
  const [stage, routing] = line.split('/').reverse();
  return routing ? { routing, stage } : { stage };
};

customElements.define('station-form', StationForm);
