import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { chosen, isTheirs, progress, remedyName } from '../reading/notices.js';
import { choose } from '../requests.js';

/** What is done for them, at our cost: one touch acknowledges and chooses. */
class RecallChoice extends FormElement {
  static properties = {
    notice: { attribute: false },
    preview: { type: Boolean },
    changing: { state: true },
  };
  static texts = { 409: 'recall.too-late' };

  render() {
    const { notice, preview } = this;
    const may = preview || notice.can?.includes('choose');
    const isSettled = notice.choice && notice.acknowledged;
    return html`<div class="recall-choice" role="group" aria-labelledby="choice-${notice.id ?? 'preview'}">
      <p class="recall-label" id="choice-${notice.id ?? 'preview'}">${t('recall.choice')}</p>
      ${notice.choice ? this.#chosen(may && isSettled) : nothing}
      ${may && (!isSettled || this.changing) ? this.#remedies() : nothing}
      ${this.trouble()}
    </div>`;
  }

  #chosen(mayChange) {
    const { notice } = this;
    return html`<p>
        ${chosen(notice)} ${notice.acknowledged ? nothing : html`<strong>${t('recall.again')}</strong>`}
      </p>
      ${notice.begunAt ? html`<p class="soft">${progress(notice)}</p>` : nothing}
      ${mayChange && !this.changing
        ? html`<p class="buttons">
            <button type="button" class="quiet" data-action="change" @click=${() => (this.changing = true)}>
              ${t('recall.change')}
            </button>
            <span class="soft">${t('recall.until-begun')}</span>
          </p>`
        : nothing}`;
  }

  #remedies() {
    const { notice, preview } = this;
    const offered = notice.begunAt && notice.choice ? [notice.choice.remedy] : notice.remedies;
    return html`<p class="soft">${t(isTheirs(notice) || preview ? 'recall.one-touch' : 'recall.for-them')}</p>
      <ul class="recall-remedies">
        ${offered.map(
          (remedy) => html`<li>
            <button
              type="button"
              class=${remedy === notice.choice?.remedy ? 'go' : 'quiet'}
              data-remedy=${remedy}
              aria-describedby="about-${notice.id ?? 'preview'}-${remedy}"
              ?disabled=${preview || this.busy}
              @click=${() => this.#choose(remedy)}
            >
              ${remedyName(remedy)}
            </button>
            <span class="soft" id="about-${notice.id ?? 'preview'}-${remedy}">${t(`recall.about.${remedy}`)}</span>
          </li>`,
        )}
      </ul>`;
  }

  async #choose(remedy) {
    const isChosen = await this.attempt(async () => {
      this.notice = await choose(this.notice.id, remedy, newKey());
    });
    if (isChosen) {
      this.changing = false;
      await this.updateComplete;
      this.querySelector('[data-action=change]')?.focus();
    }
  }
}

customElements.define('recall-choice', RecallChoice);
