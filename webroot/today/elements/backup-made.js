import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { noteBackup } from '../requests.js';

/** Says that a backup was made: other programs make them, and nobody else tells us. */
class BackupMade extends LightElement {
  static properties = { busy: { state: true }, trouble: { state: true } };

  render() {
    return html`<div class="today-backup">
      <button class="quiet" data-action="backup-made" ?disabled=${this.busy} @click=${() => this.#note()}>
        ${t('today.backup-made')}
      </button>
      <p class="trouble" role="alert">${this.trouble ?? nothing}</p>
    </div>`;
  }

  async #note() {
    this.busy = true;
    this.trouble = undefined;
    try {
      await noteBackup();
    } catch (problem) {
      this.trouble = refusal(problem);
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('backup-made', BackupMade);
