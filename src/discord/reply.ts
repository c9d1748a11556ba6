import type { MessageBody, ModalBody, Place, Row } from './views/message.ts';

/** A new message; `private` is seen by the member alone. */
export interface Send {
  readonly kind: 'send';
  readonly message: MessageBody;
  readonly place: Place;
  /** Messages that follow it, in the same place. */
  readonly more?: readonly MessageBody[];
}

/** What a handler wants done. It says so and returns; `respond.ts` does it. */
export type Reply =
  | Send
  /** Put `message` in the place of the one with the button. */
  | { readonly kind: 'replace'; readonly message: MessageBody }
  /** Change only the buttons of that message. */
  | { readonly kind: 'rows'; readonly rows: Row[]; readonly afterwards?: Send }
  /** Delete it. */
  | { readonly kind: 'remove' }
  /** Ask in a form. Only of a handler that says so, since nothing can go before it. */
  | { readonly kind: 'modal'; readonly modal: ModalBody };

export function send(message: MessageBody, place: Place, more: readonly MessageBody[] = []): Send {
  return { kind: 'send', message, place, ...(more.length === 0 ? {} : { more }) };
}
