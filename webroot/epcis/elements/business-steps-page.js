import { html, nothing } from 'lit';
import { confirmed, inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { inOrder, isSamePlace, meaning, place } from '../reading/steps.js';
import { saveBusinessSteps } from '../requests.js';
import './business-step-form.js';

/** What moments of orders are to others: business steps and dispositions. */
class BusinessStepsPage extends FormElement {
  static properties = { steps: { attribute: false }, said: { state: true } };

  render() {
    return html`<section class="manage" aria-labelledby="business-steps">
      <div class="head">
        <h1 id="business-steps">${t('steps.title')}</h1>
        <button class="go" data-action="add" @click=${() => this.#edit()}>${t('steps.add')}</button>
      </div>
      <p class="soft">${t('steps.about')}</p>
      <p role="status" class="said">${this.said ?? ''}</p>
      ${this.trouble()}
      ${this.steps.length === 0 ? html`<p class="empty">${t('steps.none')}</p>` : this.#list()}
    </section>`;
  }

  #list() {
    return html`<ul class="rows card">
      ${inOrder(this.steps).map(
        (step) => html`<li data-step="${step.moment}/${step.routing ?? ''}/${step.stage ?? ''}">
          <span class="row-main">
            <strong>${t(`steps.moment-${step.moment}`)}${place(step) ? html` ${place(step)}` : nothing}</strong>
            <span class="row-line soft">${meaning(step)}</span>
          </span>
          <span class="buttons">
            ${this.#button('edit', step, () => this.#edit(step))}
            ${this.#button('remove', step, () => this.#remove(step))}
          </span>
        </li>`,
      )}
    </ul>`;
  }

  #button(action, step, act) {
    return html`<button class="quiet" data-action=${action} @click=${act}>
      ${t(`steps.${action}`)}
      <span class="visually-hidden">${t('colon')}${t(`steps.moment-${step.moment}`)} ${place(step)}</span>
    </button>`;
  }

  async #edit(step) {
    const form = Object.assign(document.createElement('business-step-form'), { step, steps: this.steps });
    const saved = await inDialog(form, t(step ? 'steps.edit-title' : 'steps.add'));
    if (saved) {
      this.steps = saved;
      this.said = t('steps.saved');
    }
  }

  async #remove(step) {
    const question = {
      title: t('steps.remove-title'),
      text: t('steps.remove-text'),
      go: t('steps.remove'),
    };
    if (await confirmed(question)) {
      await this.attempt(async () => {
        this.steps = await saveBusinessSteps(this.steps.filter((one) => !isSamePlace(one, step)));
        this.said = t('steps.removed');
      });
    }
  }
}

customElements.define('business-steps-page', BusinessStepsPage);
