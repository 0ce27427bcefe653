/** The images of a workspace. */
import { PageHeader } from '../../ui/page-header.tsx';

export default function ImagesPage() {
  return <PageHeader title="Images" />;
}
