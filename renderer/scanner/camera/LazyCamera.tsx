import { lazy, Suspense } from 'react';
import type { ComponentProps } from 'react';

const CameraPanel = lazy(() => import('./CameraPanel'));

/** The camera, loaded when it is first opened: a start without it is no slower. */
export function LazyCamera(props: ComponentProps<typeof CameraPanel>) {
  return (
    <Suspense fallback={null}>
      <CameraPanel {...props} />
    </Suspense>
  );
}
