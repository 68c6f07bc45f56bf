import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { when } from '../../base/format.js';
import { language, t } from '../../base/words.js';
import { FollowingGallery } from '../galleries.js';
import { askedAt } from '../reading/gallery.js';
import { askForPicture } from '../requests.js';

/** One touch asks whoever works there for a picture; until it comes, it says since when that is asked. */
class ShowUs extends LightElement {
  static properties = {
    order: { attribute: false },
    line: { attribute: false },
    stage: { attribute: false },
    busy: { state: true },
    failed: { state: true },
  };

  #following = new FollowingGallery(this);

  render() {
    const asked = askedAt(this.#following.gallery?.asked ?? [], this);
    return html`${asked
        ? html`<p class="evidence-asked" role="status">
            <a href="/messages/${asked.voice}">${t('evidence.asked', { when: when(asked.since) })}</a>
          </p>`
        : this.#button()}
      ${this.failed ? html`<p class="error" role="alert">${this.failed}</p>` : nothing}`;
  }

  #button() {
    return html`<button
      type="button"
      class="say-button show-us"
      data-action="show-us"
      title=${t('evidence.show-us-title')}
      ?disabled=${this.busy}
      @click=${this.#ask}
    ><span class="show-mark" aria-hidden="true"></span
    ><span class="say-word pane-word">${t('evidence.show-us')}</span></button>`;
  }

  #ask = async () => {
    this.busy = true;
    this.failed = undefined;
    try {
      await askForPicture(this, language());
    } catch (problem) {
      this.failed = problem.message;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('show-us', ShowUs);
