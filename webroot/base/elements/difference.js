import { html, nothing } from 'lit';
import { when } from '../format.js';
import { differences, merged } from '../reading/differences.js';
import { t } from '../words.js';
import { inDialog } from './dialogs.js';
import { LightElement } from './light-element.js';

/**
 * Shows what somebody else made of it in the meantime (a `problem` of status 412), and lets one choose.
 * `fields` are `{ name, label, show }`; answers with what to send then, or nothing where it is put away.
 */
export const chosenBetween = ({ problem, fields, started, mine }) =>
  inDialog(
    Object.assign(document.createElement('edit-difference'), { problem, fields, started, mine }),
    t('difference.title'),
  );

/**
 * Saves what somebody made of something; where it was changed in the meantime, they choose and it goes on from there.
 * Answers what stands then, or nothing where that is put away. `save` takes what to send and the version it began with.
 */
export async function savedOver({ save, started, mine, fields }) {
  try {
    return await save(mine, started.version);
  } catch (problem) {
    if (problem.status !== 412) {
      throw problem;
    }
    const chosen = await chosenBetween({ problem, fields, started, mine });
    return chosen && savedOver({ save, started: problem.current, mine: chosen, fields });
  }
}

class EditDifference extends LightElement {
  static properties = { problem: { attribute: false }, chosen: { state: true } };

  #found;

  constructor() {
    super();
    this.chosen = {};
  }

  willUpdate() {
    this.#found ??= differences(this.fields, this.#versions);
  }

  render() {
    const open = this.#found.some((field) => !this.#winner(field));
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('difference.title')}</h2>
      <p>${this.#told()}</p>
      ${this.#found.map((field) => this.#field(field))}
      ${this.#found.length === 0 ? html`<p>${t('difference.none')}</p>` : nothing}
      <p class="buttons">
        <button class="go" data-action="merge" ?disabled=${open}>${t('difference.save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.#answer()}>
          ${t('difference.back')}
        </button>
      </p>
    </form>`;
  }

  #told() {
    const { changedBy: name, changedAt } = this.problem;
    const said = { name, when: when(changedAt) };
    return name ? t('difference.by', said) : t('difference.at', said);
  }

  #field(field) {
    const winner = this.#winner(field);
    return html`<fieldset class="two-versions">
      <legend>${field.label}</legend>
      ${this.#side(field, 'mine', winner)} ${this.#side(field, 'theirs', winner)}
    </fieldset>`;
  }

  #side(field, side, winner) {
    const value = field[side];
    const shown = field.show ? field.show(value) : value;
    return html`<label>
      <input
        type="radio"
        name=${field.name}
        value=${side}
        required
        .checked=${winner === side}
        @change=${() => (this.chosen = { ...this.chosen, [field.name]: side })}
      />
      <span>
        <small class="soft">${t(`difference.${side}`)}</small>
        <span class="version">${shown || t('difference.nothing')}</span>
      </span>
    </label>`;
  }

  get #versions() {
    return { started: this.started, mine: this.mine, theirs: this.problem.current };
  }

  #winner = ({ name, settled }) => this.chosen[name] ?? settled;

  #save(event) {
    event.preventDefault();
    const chosen = this.#found.map((field) => ({ ...field, settled: this.#winner(field) }));
    this.#answer(merged(chosen, this.#versions));
  }

  #answer(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('edit-difference', EditDifference);
