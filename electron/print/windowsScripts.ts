/**
 * What Windows PowerShell is asked to do. Values come in environment variables and never in the script's text, so
 * no printer's name can become a command. Everything used is part of Windows 10 and later.
 */

const BEGIN = `
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
`;

/** Whether a printer prints both sides by itself; along which edge is the job's choice (PrinterSettings.CanDuplex). */
const CAN_DUPLEX = `
Add-Type -AssemblyName System.Drawing
function Get-Duplex($name) {
  $settings = New-Object System.Drawing.Printing.PrinterSettings
  $settings.PrinterName = $name
  $settings.IsValid -and $settings.CanDuplex
}
`;

/** Every printer: `[{name, comment, location, driver, status, default, duplex}]`. */
export const LIST = `${BEGIN}${CAN_DUPLEX}
$standard = (Get-CimInstance Win32_Printer -Filter 'Default = TRUE').Name
$all = @(Get-Printer | ForEach-Object {
  @{ name = $_.Name; comment = [string]$_.Comment; location = [string]$_.Location
     driver = [string]$_.DriverName; status = [string]$_.PrinterStatus; default = ($_.Name -eq $standard)
     duplex = [bool](Get-Duplex $_.Name) }
})
ConvertTo-Json -Compress -InputObject $all
`;

/** Whether the named printer prints both sides: `{duplex}`, null when there is no such printer. */
export const SIDES = `${BEGIN}${CAN_DUPLEX}
$printer = Get-Printer -Name $env:NUIJA_PRINTER -ErrorAction SilentlyContinue
$duplex = if ($printer) { [bool](Get-Duplex $env:NUIJA_PRINTER) } else { $null }
ConvertTo-Json -Compress -InputObject @{ duplex = $duplex }
`;

/** One job by its title, and its printer: `{printer, jobs: [status]}`; `printer` is null when there is none. */
export const LOOK = `${BEGIN}
$printer = Get-Printer -Name $env:NUIJA_PRINTER -ErrorAction SilentlyContinue
$jobs = @()
if ($printer) {
  $jobs = @(Get-PrintJob -PrinterName $env:NUIJA_PRINTER |
    Where-Object { $_.DocumentName -eq $env:NUIJA_TITLE } | ForEach-Object { [string]$_.JobStatus })
}
$status = if ($printer) { [string]$printer.PrinterStatus } else { $null }
ConvertTo-Json -Compress -InputObject @{ printer = $status; jobs = $jobs }
`;

export const CANCEL = `${BEGIN}
Get-PrintJob -PrinterName $env:NUIJA_PRINTER |
  Where-Object { $_.DocumentName -eq $env:NUIJA_TITLE } | Remove-PrintJob
`;

/**
 * Prints a PDF without any dialog: Windows draws its pages (Windows.Data.Pdf) at the printer's own resolution, and
 * they are laid onto a page of exactly the medium's size, in millimetres from the paper's edge; above 600 dpi a
 * page's picture would only fill the memory (A4 at 600 dpi is 140 MB). Answers 'no-printer' or 'printed'. NUIJA_WIDTH and NUIJA_HEIGHT are in mm.
 */
export const PRINT = `${BEGIN}
Add-Type -AssemblyName System.Drawing
Add-Type -AssemblyName System.Runtime.WindowsRuntime
$null = [Windows.Storage.StorageFile, Windows.Storage, ContentType = WindowsRuntime]
$null = [Windows.Data.Pdf.PdfDocument, Windows.Data.Pdf, ContentType = WindowsRuntime]
$null = [Windows.Storage.Streams.InMemoryRandomAccessStream, Windows.Storage.Streams, ContentType = WindowsRuntime]
$waits = [System.WindowsRuntimeSystemExtensions].GetMethods() |
  Where-Object { $_.Name -eq 'AsTask' -and $_.GetParameters().Count -eq 1 }
$forResult = $waits | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncOperation\`1' } |
  Select-Object -First 1
$forEnd = $waits | Where-Object { $_.GetParameters()[0].ParameterType.Name -eq 'IAsyncAction' } |
  Select-Object -First 1
function Get-Result($work, $type) {
  $task = $forResult.MakeGenericMethod($type).Invoke($null, @($work))
  $task.Wait()
  $task.Result
}

$number = [Globalization.CultureInfo]::InvariantCulture
$width = [double]::Parse($env:NUIJA_WIDTH, $number)
$height = [double]::Parse($env:NUIJA_HEIGHT, $number)
$file = Get-Result ([Windows.Storage.StorageFile]::GetFileFromPathAsync($env:NUIJA_PDF)) ([Windows.Storage.StorageFile])
$pdf = Get-Result ([Windows.Data.Pdf.PdfDocument]::LoadFromFileAsync($file)) ([Windows.Data.Pdf.PdfDocument])

$document = New-Object System.Drawing.Printing.PrintDocument
$document.PrinterSettings.PrinterName = $env:NUIJA_PRINTER
if (-not $document.PrinterSettings.IsValid) { Write-Output 'no-printer'; exit 0 }
$document.DocumentName = $env:NUIJA_TITLE
$document.PrintController = New-Object System.Drawing.Printing.StandardPrintController
$document.PrinterSettings.Duplex = [System.Drawing.Printing.Duplex]$env:NUIJA_DUPLEX
$document.PrinterSettings.Copies = 1

# Paper is measured in hundredths of an inch.
$w = [int][Math]::Round($width / 0.254)
$h = [int][Math]::Round($height / 0.254)
$paper = $document.PrinterSettings.PaperSizes |
  Where-Object { [Math]::Abs($_.Width - $w) -le 2 -and [Math]::Abs($_.Height - $h) -le 2 } | Select-Object -First 1
if (-not $paper) { $paper = New-Object System.Drawing.Printing.PaperSize('Nuija', $w, $h) }
$page = $document.DefaultPageSettings
$page.PaperSize = $paper
$page.Landscape = $false
$page.Margins = New-Object System.Drawing.Printing.Margins(0, 0, 0, 0)
$document.OriginAtMargins = $false

$script:at = 0
$document.add_PrintPage({
  param($sender, $drawing)
  $source = $pdf.GetPage($script:at)
  $options = New-Object Windows.Data.Pdf.PdfPageRenderOptions
  $options.DestinationWidth = [uint32][Math]::Round($width / 25.4 * [Math]::Min(600, $drawing.Graphics.DpiX))
  $options.DestinationHeight = [uint32][Math]::Round($height / 25.4 * [Math]::Min(600, $drawing.Graphics.DpiY))
  $stream = New-Object Windows.Storage.Streams.InMemoryRandomAccessStream
  $forEnd.Invoke($null, @($source.RenderToStreamAsync($stream, $options))).Wait()
  $stream.Seek(0)
  $image = [System.Drawing.Image]::FromStream([System.IO.WindowsRuntimeStreamExtensions]::AsStream($stream))
  $drawing.Graphics.PageUnit = [System.Drawing.GraphicsUnit]::Millimeter
  $left = -0.254 * $drawing.PageSettings.HardMarginX
  $top = -0.254 * $drawing.PageSettings.HardMarginY
  $drawing.Graphics.DrawImage($image, [single]$left, [single]$top, [single]$width, [single]$height)
  $image.Dispose(); $stream.Dispose(); $source.Dispose()
  $script:at += 1
  $drawing.HasMorePages = $script:at -lt $pdf.PageCount
})
$document.Print()
Write-Output 'printed'
`;
