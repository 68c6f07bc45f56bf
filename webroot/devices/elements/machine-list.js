import { html } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { machineAdvice, machineSaid, spellSaid, spellsOf } from '../reading/conditions.js';

const LOOKS = { live: 'good', silent: 'bad', restarted: 'warn', gap: 'warn' };

/** What machines say of themselves, and what of them was missed. */
class MachineList extends LightElement {
  static properties = { machines: { attribute: false } };

  render() {
    return html`<section class="manage" aria-labelledby="machines">
      <h2 id="machines">${t('machines.title')}</h2>
      <p class="soft">${t('machines.about')}</p>
      <ul class="rows card">
        ${this.machines.map((machine) => this.#row(machine))}
      </ul>
    </section>`;
  }

  #row(machine) {
    return html`<li data-machine=${machine.name}>
      <div class="gauge-row">
        <span class="row-main">
          <strong>${machine.name}</strong>
          ${machineAdvice(machine).map((advice) => html`<span class="row-line">${advice}</span>`)}
          ${spellsOf(machine).map((spell) => html`<span class="row-line soft">${spellSaid(spell)}</span>`)}
        </span>
        <span class="gauge-state" data-state=${machine.state} data-look=${LOOKS[machine.state]}>
          ${machineSaid(machine)}
        </span>
        <span class="soft">${t('machine.heard', { at: when(machine.lastAt) })}</span>
      </div>
    </li>`;
  }
}

customElements.define('machine-list', MachineList);
