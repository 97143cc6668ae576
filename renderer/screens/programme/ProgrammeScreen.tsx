export default function ProgrammeScreen() {
  return null;
}
