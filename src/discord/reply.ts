import type { MessageBody, Place, Row } from './views/message.ts';

/** A new message; `private` is seen by the member alone. */
export interface Send {
  readonly kind: 'send';
  readonly message: MessageBody;
  readonly place: Place;
}

/** What a handler wants done. It says so and returns; `respond.ts` does it. */
export type Reply =
  | Send
  /** Put `message` in the place of the one with the button. */
  | { readonly kind: 'replace'; readonly message: MessageBody }
  /** Change only the buttons of that message. */
  | { readonly kind: 'rows'; readonly rows: Row[]; readonly afterwards?: Send }
  /** Delete it. */
  | { readonly kind: 'remove' };

export function send(message: MessageBody, place: Place): Send {
  return { kind: 'send', message, place };
}
