/**
 * A limit on what a server sends, counted before it is unpacked: a packed body can be endless and unpack to nothing, and
 * whoever reads it unpacked never notices.
 */
import type { Dispatcher } from 'undici';

/** Ends an exchange with what `exceeded` gives when its body, as sent, has more than `maxBytes`. */
export function limitTransfer(
  maxBytes: number,
  exceeded: () => Error,
): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, counting(handler, maxBytes, exceeded));
}

function counting(
  handler: Dispatcher.DispatchHandler,
  maxBytes: number,
  exceeded: () => Error,
): Dispatcher.DispatchHandler {
  let size = 0;
  return {
    onRequestStart: (...given) => handler.onRequestStart?.(...given),
    onRequestUpgrade: (...given) => handler.onRequestUpgrade?.(...given),
    onResponseStarted: () => handler.onResponseStarted?.(),
    onResponseStart: (...given) => handler.onResponseStart?.(...given),
    onResponseData: (controller, chunk) => {
      size += chunk.byteLength;
      if (size > maxBytes) controller.abort(exceeded());
      else handler.onResponseData?.(controller, chunk);
    },
    onResponseEnd: (...given) => handler.onResponseEnd?.(...given),
    onResponseError: (...given) => handler.onResponseError?.(...given),
    onBodySent: (...given) => handler.onBodySent?.(...given),
    onRequestSent: () => handler.onRequestSent?.(),
  };
}
